package io.newsfold.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes articles and stories to files until it is closed. The committed offsets are in the names of the files; those
 * at the broker serve only to watch the lag. After a failed write, as on a full disk, the sink closes
 * everything, waits, and recovers from the folder as after a kill.
 */
public final class FileSink implements AutoCloseable, Runnable {
    /** Consumer group of the sink. */
    public static final String GROUP = "newsfold-sink";

    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long MOST_GATHERED_BYTES = 32L * 1024 * 1024;

    /**
     * The configuration of a sink.
     *
     * @param out output folder; created where it does not exist
     * @param format format of new files
     * @param gather longest time that changes wait for more before they are in a file of the history
     * @param faultPoint point at which the process ends, for tests; null for none
     */
    public record Config(
            Path out,
            Format format,
            Duration gather,
            @Nullable FaultPoint faultPoint) {
        /** Without a fault point. */
        public Config(Path out, Format format, Duration gather) {
            this(out, format, gather, null);
        }

        /** JSON Lines, gathered for five minutes. */
        public static Config of(Path out) {
            return new Config(out, Format.JSONL, Duration.ofMinutes(5));
        }

        /** The same configuration with a fault point. */
        public Config failingAt(FaultPoint point) {
            return new Config(out, format, gather, point);
        }
    }

    private final Properties client;
    private final Path out;
    private final Config config;
    private final FaultInjection faults;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, TopicFiles> files = new HashMap<>();
    private volatile boolean finish;
    private volatile long caughtUpAt = Long.MIN_VALUE;
    private volatile @Nullable String trouble;
    private final MeterRegistry registry;
    private final SinkMeters meters;

    /** A sink without metrics. */
    public FileSink(Properties client, Config config) {
        this(client, config, new CompositeMeterRegistry());
    }

    /**
     * A sink that does nothing before {@link #run}.
     *
     * @param client properties for a connection; anything that a Kafka consumer takes
     * @param registry for its metrics
     */
    public FileSink(Properties client, Config config, MeterRegistry registry) {
        this.client = client;
        this.out = config.out();
        this.config = config;
        this.faults = new FaultInjection(config.faultPoint());
        this.registry = registry;
        this.meters = new SinkMeters(registry, () -> trouble != null);
    }

    /**
     * Writes until {@link #close} is called.
     *
     * @throws OutputException where this sink cannot use the folder, now or later
     */
    @Override
    public void run() {
        Properties settings = ClientSettings.consumer(client);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        try (OutputFolder folder = OutputFolder.open(out, client, TOPICS);
                RejectedRows rejected = new RejectedRows(client);
                Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                KafkaClientMetrics clientMetrics = new KafkaClientMetrics(consumer)) {
            clientMetrics.bindTo(registry);
            LOG.info("sink writes to {}", out);
            Duration pause = Duration.ofSeconds(1);
            while (!write(folder, rejected, consumer)) {
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (IOException e) {
            throw new OutputException("cannot write to " + out + ": " + e.getMessage(), e);
        }
    }

    /** @return true when the sink is closed; false after a failed write */
    private boolean write(OutputFolder folder, RejectedRows rejected, Consumer<String, byte[]> consumer) {
        try {
            List<TopicPartition> partitions = recover(folder, consumer);
            consume(folder, rejected, consumer, partitions);
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
        folder.recover(TOPICS);
        Map<TopicPartition, Long> from = new HashMap<>();
        for (Topic topic : TOPICS) {
            int partitions = consumer.partitionsFor(topic.topicName()).size();
            TopicFiles topicFiles = new TopicFiles(topic, folder.paths(), config.format(), meters, faults);
            files.put(topic.topicName(), topicFiles);
            topicFiles
                    .recover(partitions)
                    .forEach((partition, offset) -> from.put(new TopicPartition(topic.topicName(), partition), offset));
        }
        consumer.endOffsets(from.keySet()).forEach((partition, end) -> {
            if (end < from.getOrDefault(partition, 0L)) {
                throw new OutputException(out + " has more records of " + partition
                        + " than the topic: the topic lost some. Name another folder with --out, or remove it");
            }
        });
        List<TopicPartition> partitions = new ArrayList<>(from.keySet());
        consumer.assign(partitions);
        from.forEach(consumer::seek);
        return partitions;
    }

    private void consume(
            OutputFolder folder,
            RejectedRows rejected,
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions)
            throws IOException {
        LatestPosition position = new LatestPosition(folder.paths());
        CommitSchedule schedule = new CommitSchedule(config.gather());
        boolean hasReadAll = false;
        while (!closed.get()) {
            long began = System.nanoTime();
            boolean wrote = false;
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> entry : records) {
                take(entry, rejected);
            }
            boolean atEnd = isAtEnd(consumer, partitions);
            hasReadAll = hasReadAll || atEnd;
            if (isFull() || finish && atEnd || schedule.isCommitDue()) {
                commitHistory(consumer);
                schedule.committed();
                wrote = true;
            }
            if (hasReadAll && schedule.isUpdateDue()) {
                long updateBegan = System.nanoTime();
                updateLatest();
                schedule.updated(updateBegan);
                wrote = true;
            }
            if (hasReadAll && files.values().stream().noneMatch(TopicFiles::isLatestOutdated)) {
                position.write(positions(consumer, partitions));
            }
            if (wrote) {
                trouble = null; // not before: a full disk opens files, but does not take their content
            }
            if (atEnd && records.isEmpty() && files.values().stream().allMatch(TopicFiles::isUpToDate)) {
                caughtUpAt = began;
            }
        }
        commitHistory(consumer);
        if (hasReadAll) {
            updateLatest();
            position.write(positions(consumer, partitions));
        }
    }

    private static Map<TopicPartition, Long> positions(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    private boolean isFull() {
        return files.values().stream().mapToLong(TopicFiles::gatheredBytes).sum() > MOST_GATHERED_BYTES;
    }

    private void take(ConsumerRecord<String, byte[]> entry, RejectedRows rejected) throws IOException {
        meters.recordRead(entry.timestamp());
        try {
            files(entry.topic()).take(entry);
        } catch (UncheckedIOException e) {
            rejected.send(entry, String.valueOf(e.getMessage()));
            meters.recordRejected();
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
            faults.after(CommitStep.OFFSET);
        }
    }

    /** Called only after all old records are read again: before that, the snapshot would be older than the files. */
    private void updateLatest() throws IOException {
        for (TopicFiles topicFiles : files.values()) {
            topicFiles.updateLatest();
        }
        meters.latestUpdated();
    }

    private boolean isAtEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends;
        try {
            ends = consumer.endOffsets(partitions);
        } catch (TimeoutException e) {
            LOG.warn("no Kafka broker answers; trying again");
            return false;
        }
        long lag = partitions.stream()
                .mapToLong(p -> Math.max(0, ends.getOrDefault(p, 0L) - consumer.position(p)))
                .sum();
        meters.lag(lag);
        return lag == 0;
    }

    private TopicFiles files(String topicName) {
        TopicFiles found = files.get(topicName);
        if (found == null) {
            throw new IllegalStateException("no files for " + topicName);
        }
        return found;
    }

    /** From now on, the sink commits to the history whenever it has read all records, without gathering more. */
    public void finish() {
        finish = true;
    }

    /** Ends the effect of {@link #finish}. */
    public void gather() {
        finish = false;
    }

    /**
     * Whether at some moment after {@code nanoTime} all records on the topics were in the files.
     *
     * @param nanoTime a time from {@link System#nanoTime}
     */
    public boolean isCaughtUpSince(long nanoTime) {
        return caughtUpAt != Long.MIN_VALUE && caughtUpAt - nanoTime > 0;
    }

    /**
     * Makes sure that no other program writes to the folder, and creates nothing.
     *
     * @throws FolderBusyException where one does
     */
    public static void requireFree(Path out) {
        OutputFolder.requireFree(out);
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed.get();
    }

    /** The reason why the sink does not write, in one sentence; empty while it does. */
    public Optional<String> trouble() {
        return closed.get() ? Optional.of("the sink is closed") : Optional.ofNullable(trouble);
    }

    /** Makes {@link #run} commit everything gathered, and return. */
    @Override
    public void close() {
        closed.set(true);
    }
}
