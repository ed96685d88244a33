package io.newsfold.enrich.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running job. */
public final class EnrichJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichJob.class);
    /** The error text of every system for a full disk, through RocksDB and the JDK. */
    private static final String NO_SPACE = "No space left on device";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(25);

    private final KafkaStreams streams;
    private final StateFolder state;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final KafkaStreamsMetrics metrics;
    private final RestoreProgress restoreProgress;

    private EnrichJob(EnrichConfig config, MeterRegistry meters) {
        state = new StateFolder(config.stateDir());
        streams = new KafkaStreams(EnrichTopology.build(config), withRejectionCounter(config.streams(), meters));
        metrics = new KafkaStreamsMetrics(streams);
        restoreProgress = new RestoreProgress(meters);
        bindMetrics(meters);
        streams.setUncaughtExceptionHandler(e -> {
            if (isOfLoadingCoordinator(e)) {
                LOG.warn("a thread of the job starts again: {}", e.getMessage());
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            LOG.error("the job stops", e);
            failure.set(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /**
     * Whether the group's coordinator was still reading its topic. Kafka's consumer tries all other requests again, but
     * not the one by which it gets its partitions.
     */
    private static boolean isOfLoadingCoordinator(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("SyncGroup") && message.contains("coordinator is loading")) {
                return true;
            }
        }
        return false;
    }

    private static Properties withRejectionCounter(Properties settings, MeterRegistry meters) {
        settings.merge(
                StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG),
                RejectionCounter.class.getName(),
                (others, ours) -> others + "," + ours);
        settings.put(StreamsConfig.producerPrefix(RejectionCounter.METERS), meters);
        return settings;
    }

    /**
     * Binds the metrics once more when the first tasks run: their metrics come with them, and Micrometer looks for new
     * ones only once a minute.
     */
    private void bindMetrics(MeterRegistry meters) {
        AtomicBoolean hasTasks = new AtomicBoolean();
        streams.setGlobalStateRestoreListener(restoreProgress);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING && hasTasks.compareAndSet(false, true)) {
                metrics.bindTo(meters);
            }
        });
        metrics.bindTo(meters);
    }

    /**
     * Starts the job; its topics have to exist.
     *
     * @param meters registry for its metrics
     * @throws StorageException where its disk is full
     */
    public static EnrichJob start(EnrichConfig config, MeterRegistry meters) {
        EnrichJob job = new EnrichJob(config, meters);
        try {
            job.state.open();
            job.streams.start();
            return job;
        } catch (RuntimeException e) {
            job.streams.close(CLOSE_TIMEOUT);
            job.closeMetrics();
            job.throwIfFull(e);
            throw e;
        }
    }

    private void throwIfFull(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(NO_SPACE)) {
                throw new StorageException(
                        "the job cannot write its stores: no space is left on the disk of " + state
                                + "; nothing is lost, start again when there is room",
                        e);
            }
        }
    }

    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The reason why the job processes nothing now, in one sentence; empty while it runs. */
    public Optional<String> trouble() {
        KafkaStreams.State now = streams.state();
        return now == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of("the job is not running: " + now.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Throws the failure that stopped the job, if one did.
     *
     * @throws StorageException where its disk is full
     */
    public void throwFailure() {
        Throwable e = failure.get();
        if (e != null) {
            throwIfFull(e);
            throw new IllegalStateException("the job stopped: " + e.getMessage(), e);
        }
    }

    private void closeMetrics() {
        metrics.close();
        restoreProgress.close();
    }

    /** Finishes the records in restoreProgress, commits and leaves the group. */
    @Override
    public void close() {
        boolean stopped =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_TIMEOUT));
        closeMetrics();
        if (stopped && failure.get() == null) {
            state.close();
        }
    }
}
