package io.newsfold.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes articles and stories to files until it is closed. What is committed is in the names of the files; the offsets at the broker are for those who watch the lag. A write that fails, as on
 * a full disk, is taken like a kill: everything is closed, and after a while begun again from what stands in the folder.
 */
public final class FileSink implements AutoCloseable, Runnable {
    /** Group under whose name the sink tells the broker how far it has come. */
    public static final String GROUP = "newsfold-sink";

    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SNAPSHOT = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Snapshots take at most one part in so many of the time. */
    private static final int SNAPSHOT_SHARE = 9;

    private static final long MOST_OPEN_BYTES = 32L * 1024 * 1024;

    /**
     * Which files.
     *
     * @param out folder of the files; made where it is not there
     * @param gather how long changes are gathered at most before they are in a file of the history
     */
    public record Config(Path out, Format format, Duration gather) {
        /** JSON Lines, gathered for five minutes. */
        public static Config of(Path out) {
            return new Config(out, Format.JSONL, Duration.ofMinutes(5));
        }
    }

    private final Properties client;
    private final Path out;
    private final Config config;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, TopicFiles> files = new HashMap<>();
    private volatile boolean finish;
    private volatile long settledAt = Long.MIN_VALUE;
    private volatile @Nullable String trouble;
    private final MeterRegistry registry;
    private final SinkMeters meters;

    /** A sink that nobody measures. */
    public FileSink(Properties client, Config config) {
        this(client, config, new CompositeMeterRegistry());
    }

    /**
     * A sink that is not at work yet.
     *
     * @param client how to reach the cluster; anything that a Kafka consumer takes
     * @param registry where it tells how it works
     */
    public FileSink(Properties client, Config config, MeterRegistry registry) {
        this.client = client;
        this.out = config.out();
        this.config = config;
        this.registry = registry;
        this.meters = new SinkMeters(registry, () -> trouble != null);
    }

    /** @throws OutputException where the folder cannot be used by this sink at all */
    @Override
    public void run() {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
        try (OutputFolder folder = OutputFolder.open(out, client, TOPICS);
                RejectedRows refused = new RejectedRows(client);
                Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                KafkaClientMetrics measured = new KafkaClientMetrics(consumer)) {
            measured.bindTo(registry);
            LOG.info("sink writes to {}", out);
            Duration pause = Duration.ofSeconds(1);
            while (!writes(folder, refused, consumer)) {
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (IOException e) {
            throw new OutputException("cannot write to " + out + ": " + e.getMessage(), e);
        }
    }

    /** @return whether it wrote until it was closed; else a write failed */
    private boolean writes(OutputFolder folder, RejectedRows refused, Consumer<String, byte[]> consumer) {
        try {
            List<TopicPartition> partitions = recover(folder, consumer);
            consume(refused, consumer, partitions);
            return true;
        } catch (IOException e) {
            String sentence = "cannot write to " + out + ": " + e.getMessage();
            LOG.error("{}; trying again", sentence);
            trouble = sentence;
            return closed.get();
        } finally {
            files.values().forEach(TopicFiles::close);
            files.clear();
        }
    }

    private void await(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (!closed.get() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private List<TopicPartition> recover(OutputFolder folder, Consumer<String, byte[]> consumer) throws IOException {
        folder.tidy(TOPICS);
        Map<TopicPartition, Long> from = new HashMap<>();
        for (Topic topic : TOPICS) {
            int partitions = consumer.partitionsFor(topic.topicName()).size();
            TopicFiles topicFiles = new TopicFiles(topic, out, folder.temporary(), config.format(), meters);
            files.put(topic.topicName(), topicFiles);
            topicFiles
                    .recover(partitions)
                    .forEach((partition, offset) -> from.put(new TopicPartition(topic.topicName(), partition), offset));
        }
        consumer.endOffsets(from.keySet()).forEach((partition, end) -> {
            if (end < from.getOrDefault(partition, 0L)) {
                throw new OutputException(
                        out + " has more of " + partition + " than the topic: records were lost there. "
                                + "Name another folder with --out, or remove it");
            }
        });
        List<TopicPartition> partitions = new ArrayList<>(from.keySet());
        consumer.assign(partitions);
        from.forEach(consumer::seek);
        return partitions;
    }

    private void consume(RejectedRows refused, Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
            throws IOException {
        boolean caughtUp = false;
        long nextCommit = System.nanoTime() + config.gather().toNanos();
        long nextSnapshot = System.nanoTime();
        while (!closed.get()) {
            long looked = System.nanoTime();
            boolean wrote = false;
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> entry : records) {
                take(entry, refused);
            }
            boolean atEnd = isAtEnd(consumer, partitions);
            caughtUp = caughtUp || atEnd;
            boolean full =
                    files.values().stream().mapToLong(TopicFiles::openBytes).sum() > MOST_OPEN_BYTES;
            if (full || finish && atEnd || System.nanoTime() > nextCommit) {
                commitHistory(consumer);
                wrote = true;
                nextCommit = System.nanoTime() + config.gather().toNanos();
            }
            if (caughtUp && System.nanoTime() > nextSnapshot) {
                long start = System.nanoTime();
                commitLatest();
                wrote = true;
                long cost = System.nanoTime() - start;
                nextSnapshot = System.nanoTime() + Math.max(SNAPSHOT.toNanos(), cost * SNAPSHOT_SHARE);
            }
            if (wrote) {
                trouble = null; // not before: what can be opened can still be full
            }
            if (atEnd && records.isEmpty() && files.values().stream().noneMatch(TopicFiles::isOpen)) {
                settledAt = looked;
            }
        }
        commitHistory(consumer);
        if (caughtUp) {
            commitLatest();
        }
    }

    private void take(ConsumerRecord<String, byte[]> entry, RejectedRows refused) throws IOException {
        meters.read(entry.timestamp());
        try {
            files(entry.topic()).take(entry);
        } catch (java.io.UncheckedIOException e) {
            refused.send(entry, String.valueOf(e.getMessage()));
            meters.refused();
        }
    }

    private void commitHistory(Consumer<String, byte[]> consumer) throws IOException {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (TopicFiles topicFiles : files.values()) {
            topicFiles
                    .commitHistory()
                    .forEach((partition, end) -> ends.put(
                            new TopicPartition(topicFiles.topic().topicName(), partition), new OffsetAndMetadata(end)));
        }
        if (!ends.isEmpty()) {
            consumer.commitAsync(ends, (offsets, e) -> {}); // nothing depends on it
            CommitStep.OFFSET.done();
        }
    }

    /** Before all old records are read again, a snapshot would be a step back. */
    private void commitLatest() throws IOException {
        for (TopicFiles topicFiles : files.values()) {
            topicFiles.commitLatest();
        }
        meters.allWritten();
    }

    private boolean isAtEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long behind = partitions.stream()
                .mapToLong(p -> Math.max(0, ends.getOrDefault(p, 0L) - consumer.position(p)))
                .sum();
        meters.behind(behind);
        return behind == 0;
    }

    private TopicFiles files(String topicName) {
        TopicFiles found = files.get(topicName);
        if (found == null) {
            throw new IllegalStateException("no files for " + topicName);
        }
        return found;
    }

    /** From now on the history is brought up to date whenever all has been read, without waiting for more to gather. */
    public void finish() {
        finish = true;
    }

    /** Back to gathering. */
    public void gather() {
        finish = false;
    }

    /** Whether at some time after {@code nanoTime} all that could be read was in the files. */
    public boolean isCaughtUpSince(long nanoTime) {
        return settledAt != Long.MIN_VALUE && settledAt - nanoTime > 0;
    }

    /** Whether it was told to stop. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Why it does not write, in one sentence; empty while it does. */
    public Optional<String> trouble() {
        return closed.get() ? Optional.of("the sink is closed") : Optional.ofNullable(trouble);
    }

    /** Lets {@link #run} commit what is open, and return. */
    @Override
    public void close() {
        closed.set(true);
    }
}
