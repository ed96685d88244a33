package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes articles and stories to files until it is closed. What is committed is in the names of the files, not with the broker: on start it reads the topics
 * from the beginning to know how things stand, and adds to the history from where the names end.
 */
public final class FileSink implements AutoCloseable, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Snapshots take at most one part in so many of the time. */
    private static final int SNAPSHOT_SHARE = 9;

    private static final long MOST_OPEN_BYTES = 32L * 1024 * 1024;

    private final Properties client;
    private final Path out;
    private final Duration commitInterval;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<Topic, TopicFiles> files = new EnumMap<>(Topic.class);
    private volatile long settledAt = Long.MIN_VALUE;

    /**
     * @param client how to reach the cluster; anything that a Kafka consumer takes
     * @param out folder of the files; made where it is not there
     * @param commitInterval how long records are gathered at most before they are in a file
     */
    public FileSink(Properties client, Path out, Duration commitInterval) {
        this.client = client;
        this.out = out;
        this.commitInterval = commitInterval;
    }

    @Override
    public void run() {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            checkIdentity();
            List<TopicPartition> partitions = recover(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consume(consumer, partitions);
        } catch (IOException e) {
            throw new OutputException("cannot write to " + out + ": " + e.getMessage(), e);
        }
    }

    private List<TopicPartition> recover(Consumer<String, byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : TOPICS) {
            consumer.partitionsFor(topic.topicName())
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
            TopicFiles topicFiles = new TopicFiles(topic, out, temporary());
            topicFiles.recover((int) partitions.stream()
                    .filter(p -> p.topic().equals(topic.topicName()))
                    .count());
            files.put(topic, topicFiles);
        }
        Durable.delete(temporary()); // what a kill left behind
        Files.createDirectories(temporary());
        return partitions;
    }

    private void consume(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) throws IOException {
        boolean caughtUp = false;
        long nextCommit = System.nanoTime();
        long nextSnapshot = nextCommit;
        while (!closed.get()) {
            long looked = System.nanoTime();
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> entry : records) {
                files(entry.topic()).take(entry);
            }
            caughtUp = caughtUp || isAtEnd(consumer, partitions);
            boolean full =
                    files.values().stream().mapToLong(TopicFiles::openBytes).sum() > MOST_OPEN_BYTES;
            if (full || System.nanoTime() > nextCommit) {
                commitHistory();
                nextCommit = System.nanoTime() + commitInterval.toNanos();
            }
            if (caughtUp && System.nanoTime() > nextSnapshot) {
                long start = System.nanoTime();
                commitLatest();
                long cost = System.nanoTime() - start;
                nextSnapshot = System.nanoTime() + Math.max(commitInterval.toNanos(), cost * SNAPSHOT_SHARE);
            }
            if (caughtUp
                    && records.isEmpty()
                    && files.values().stream().noneMatch(TopicFiles::isOpen)
                    && isAtEnd(consumer, partitions)) {
                settledAt = looked;
            }
        }
        commitHistory();
        if (caughtUp) {
            commitLatest();
        }
    }

    private void commitHistory() throws IOException {
        for (TopicFiles topicFiles : files.values()) {
            topicFiles.commitHistory();
        }
    }

    /** Before all old records are read again, a snapshot would be a step back. */
    private void commitLatest() throws IOException {
        for (TopicFiles topicFiles : files.values()) {
            topicFiles.commitLatest();
        }
    }

    private Path temporary() {
        return out.resolve(".tmp");
    }

    private static boolean isAtEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }

    private TopicFiles files(String topicName) {
        return files.entrySet().stream()
                .filter(e -> e.getKey().topicName().equals(topicName))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** A topic that was made anew does not go on into old files. */
    private void checkIdentity() throws IOException {
        Path identity = out.resolve(".topic");
        String topicId = topicId();
        Files.createDirectories(out);
        if (!Files.exists(identity)) {
            Path beside = temporary().resolve("topic");
            Durable.write(beside, List.of(topicId.getBytes(StandardCharsets.UTF_8)));
            Durable.publish(beside, identity);
        } else if (!Files.readString(identity).strip().equals(topicId)) {
            throw new OutputException(out + " belongs to another " + Topic.ENRICHED.topicName()
                    + " topic than this one: name another folder with --out, or remove it");
        }
        LOG.info("sink writes to {}", out);
    }

    private String topicId() {
        try (Admin admin = Admin.create(client)) {
            var topics = admin.describeTopics(List.of(Topic.ENRICHED.topicName()))
                    .allTopicNames()
                    .get();
            return Objects.requireNonNull(topics.get(Topic.ENRICHED.topicName()))
                    .topicId()
                    .toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("interrupted while asking for the topic", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new OutputException("cannot describe " + Topic.ENRICHED.topicName() + ": " + e.getCause(), e);
        }
    }

    /** Whether at some time after {@code nanoTime} all that could be read was in the files. */
    public boolean isSettledSince(long nanoTime) {
        return settledAt != Long.MIN_VALUE && settledAt - nanoTime > 0;
    }

    /** Whether it was told to stop. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Lets {@link #run} commit what is open, and return. */
    @Override
    public void close() {
        closed.set(true);
    }
}
