package io.newsfold.cli.pipeline;

import io.newsfold.contract.InternalTopics;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.stream.EnrichConfig;
import io.newsfold.enrich.stream.EnrichJob;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.BrokerWatch;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole pipeline in one process: broker (unless an external cluster is given), job and sink. */
public final class Pipeline implements AutoCloseable {
    /**
     * The configuration of a pipeline.
     *
     * @param cluster client properties of an external cluster; null to start an embedded broker
     * @param data folder of the broker and of the job's stores
     * @param files configuration of the sink
     * @param partitions of the keyed topics, where they are created
     * @param shards into which the search for pairs is divided
     * @param threads of the job
     * @param tagger the stage tag with its tables of names
     * @param topics the rules of the stage classify
     * @param crossLanguage whether stories of different languages on one event are linked
     */
    public record Config(
            @Nullable Properties cluster,
            Path data,
            FileSink.Config files,
            int partitions,
            int shards,
            int threads,
            Tagger tagger,
            TopicRules topics,
            boolean crossLanguage) {
        /** Folder of the job's stores. */
        Path state() {
            return data.resolve("state");
        }
    }

    private final @Nullable EmbeddedBroker broker;
    /** Of the folder of the stores. */
    private final DataLock lock;

    private final Properties client;
    private final Cluster cluster;
    private final BrokerWatch watch;
    private final Metrics metrics = new Metrics();
    private final FileSink sink;
    private final Thread sinkThread;
    private final AtomicReference<@Nullable Throwable> sinkFailure = new AtomicReference<>();
    private volatile EnrichJob job;
    private final EnrichConfig enrich;

    private Pipeline(@Nullable EmbeddedBroker broker, DataLock lock, Properties client, Config config) {
        this.lock = lock;
        this.broker = broker;
        this.client = client;
        this.cluster = new Cluster(client);
        this.watch = new BrokerWatch(client);
        String id = cluster.check();
        if (broker != null && !id.equals(broker.clusterId())) {
            throw new IllegalStateException("another Kafka than the one just started answers at " + broker.address());
        }
        cluster.createTopics(config.partitions());
        cluster.requireShards(config.shards());
        if (broker != null && broker.isUncleanStart()) {
            new ClusterRepair(cluster).removeMembers(InternalTopics.APPLICATION_ID);
        }
        this.sink = new FileSink(client, config.files(), metrics.registry());
        this.sinkThread = new Thread(sink, "sink");
        sinkThread.setUncaughtExceptionHandler((thread, e) -> sinkFailure.set(e));
        // an existing pipeline keeps its number of partitions, so that keys stay on theirs
        this.enrich = new EnrichConfig(
                client,
                config.state(),
                cluster.partitions(),
                config.shards(),
                config.threads(),
                100,
                config.tagger(),
                config.topics(),
                config.crossLanguage());
        this.job = EnrichJob.start(enrich, metrics.registry());
        sinkThread.start();
    }

    /** Starts everything; returns as soon as articles can be sent. */
    public static Pipeline start(Config config) {
        DataLock lock = DataLock.of(config.state());
        try {
            return start(lock, config);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Pipeline start(DataLock lock, Config config) {
        Properties external = config.cluster();
        if (external != null) {
            return new Pipeline(null, lock, external, config);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(config.data());
        try {
            return new Pipeline(broker, lock, broker.client(), config);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Client properties for the broker. */
    public Properties client() {
        return client;
    }

    /** The topics of the broker; closed with the pipeline. */
    public Cluster cluster() {
        return cluster;
    }

    /** The metrics of all parts. */
    public Metrics metrics() {
        return metrics;
    }

    /** The reason why articles are not processed and written at this moment, in one sentence; empty while they are. */
    public Optional<String> trouble() {
        Throwable failure = sinkFailure.get();
        if (failure != null) {
            return Optional.of("the sink stopped: " + failure.getMessage());
        }
        return watch.trouble().or(job::trouble).or(sink::trouble);
    }

    /** Waits until every raw record is processed and its result is in the files. */
    public void awaitCaughtUp() {
        awaitCaughtUp(progress -> {}, () -> true);
    }

    /**
     * As {@link #awaitCaughtUp()}, but gives up as soon as {@code goOn} is false.
     *
     * @param display is given how far the job is, a few times a second
     * @return whether it has caught up
     */
    public boolean awaitCaughtUp(Consumer<ProcessingStatus.Progress> display, BooleanSupplier goOn) {
        ProcessingStatus status = new ProcessingStatus(cluster, client);
        PipelineWatchdog watchdog = new PipelineWatchdog(new ClusterRepair(cluster));
        while (goOn.getAsBoolean() && !status.isCaughtUp()) {
            throwFailure();
            display.accept(status.progress());
            if (broker != null) {
                watchdog.check(job.isRunning(), this::restartJob);
            }
            LockSupport.parkNanos(250_000_000);
        }
        long processed = System.nanoTime();
        sink.finish();
        while (goOn.getAsBoolean() && !sink.isCaughtUpSince(processed)) {
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

    /** Throws the exception that stopped a part, if one has stopped. */
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

    /** Closes the parts in the reverse order of their start. */
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
        watch.close();
        cluster.close();
        if (broker != null) {
            broker.close();
        }
        lock.close();
    }
}
