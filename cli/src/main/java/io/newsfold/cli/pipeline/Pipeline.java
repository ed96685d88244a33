package io.newsfold.cli.pipeline;

import io.newsfold.contract.InternalTopics;
import io.newsfold.enrich.stream.EnrichConfig;
import io.newsfold.enrich.stream.EnrichJob;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ClusterRepair;
import io.newsfold.kafka.ProcessingStatus;
import io.newsfold.sink.FileSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The whole pipeline in one process: broker (or a cluster outside), job and sink. Closed in the reverse order. */
public final class Pipeline implements AutoCloseable {
    /**
     * What to start.
     *
     * @param cluster properties of a client for a cluster outside; null for a broker inside
     * @param data folder of the broker and of the job's stores
     * @param files which files are written
     * @param aliases what names mean
     */
    public record Config(
            @Nullable Properties cluster,
            Path data,
            FileSink.Config files,
            int partitions,
            int shards,
            int threads,
            AliasTable aliases) {}

    private final @Nullable EmbeddedBroker broker;
    private final Properties client;
    private final Cluster cluster;
    private final Metrics metrics = new Metrics();
    private final FileSink sink;
    private final Thread sinkThread;
    private final AtomicReference<@Nullable Throwable> sinkFailure = new AtomicReference<>();
    private volatile EnrichJob job;
    private final EnrichConfig enrich;

    private Pipeline(@Nullable EmbeddedBroker broker, Properties client, Config config) {
        this.broker = broker;
        this.client = client;
        this.cluster = new Cluster(client);
        String id = cluster.check();
        if (broker != null && !id.equals(broker.clusterId())) {
            throw new IllegalStateException(
                    "another Kafka answers at " + broker.address() + " than the one just started");
        }
        cluster.createTopics(config.partitions());
        if (broker != null && broker.isUncleanStart()) {
            new ClusterRepair(cluster).removeMembers(InternalTopics.APPLICATION_ID);
        }
        this.sink = new FileSink(client, config.files(), metrics.registry());
        this.sinkThread = new Thread(sink, "sink");
        sinkThread.setUncaughtExceptionHandler((thread, e) -> sinkFailure.set(e));
        // an existing pipeline keeps its number of partitions: keys stay where they are
        this.enrich = new EnrichConfig(
                client,
                config.data().resolve("state"),
                cluster.partitions(),
                config.shards(),
                config.threads(),
                100,
                config.aliases());
        this.job = EnrichJob.start(enrich, metrics.registry());
        sinkThread.start();
    }

    /** Starts everything; returns as soon as articles can be sent. */
    public static Pipeline start(Config config) {
        Properties outside = config.cluster();
        if (outside != null) {
            return new Pipeline(null, outside, config);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(config.data());
        try {
            return new Pipeline(broker, broker.client(), config);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** How clients reach the broker. */
    public Properties client() {
        return client;
    }

    /** What the parts measure. */
    public Metrics metrics() {
        return metrics;
    }

    /** Why articles are not processed and written at this moment, in one sentence; empty while they are. */
    public Optional<String> trouble() {
        Throwable failure = sinkFailure.get();
        if (failure != null) {
            return Optional.of("the sink stopped: " + failure.getMessage());
        }
        return job.trouble().or(sink::trouble);
    }

    /** Waits until all that stands on the raw topic is folded and in the files. */
    public void awaitSettled() {
        awaitSettled(() -> true);
    }

    /**
     * As {@link #awaitSettled()}, for as long as {@code goOn} says.
     *
     * @return whether it is so
     */
    public boolean awaitSettled(BooleanSupplier goOn) {
        ProcessingStatus settlement = new ProcessingStatus(cluster, client);
        PipelineWatchdog watchdog = new PipelineWatchdog(new ClusterRepair(cluster));
        while (goOn.getAsBoolean() && !settlement.isCaughtUp()) {
            throwFailure();
            if (broker != null) {
                watchdog.look(job.isRunning(), this::restartJob);
            }
            LockSupport.parkNanos(250_000_000);
        }
        long settled = System.nanoTime();
        sink.finish();
        while (goOn.getAsBoolean() && !sink.isCaughtUpSince(settled)) {
            throwFailure();
            LockSupport.parkNanos(20_000_000);
        }
        sink.gather();
        return goOn.getAsBoolean();
    }

    private void restartJob() {
        job.close();
        new ClusterRepair(cluster).removeMembers(InternalTopics.APPLICATION_ID);
        job = EnrichJob.start(enrich, metrics.registry());
    }

    /** Throws what made a part stop, if one did. */
    public void throwFailure() {
        Throwable failure = sinkFailure.get();
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("the sink stopped", failure);
        }
        job.throwFailure();
    }

    @Override
    public void close() {
        job.close();
        sink.close();
        try {
            sinkThread.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        metrics.close();
        cluster.close();
        if (broker != null) {
            broker.close();
        }
    }
}
