package io.newsfold.kafka;

import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Compares the job's committed offsets with the ends of its topics. */
public final class ProcessingStatus {
    /** Each topic is checked after those that feed it, so no record can pass the check unseen. */
    static final List<String> READ_BY_THE_JOB = Stream.of(
                    Topic.RAW.topicName(),
                    Topic.FINGERPRINTS.topicName(),
                    InternalTopics.repartition(InternalTopics.SHARDS),
                    Topic.OVERRIDES.topicName(),
                    InternalTopics.repartition(InternalTopics.OVERRIDES),
                    InternalTopics.repartition(InternalTopics.PAIRS),
                    Topic.LINEAGE.topicName(),
                    InternalTopics.repartition(InternalTopics.STORY_MEMBERS),
                    InternalTopics.repartition(InternalTopics.SIGNATURES),
                    InternalTopics.repartition(InternalTopics.LINKS))
            .toList();

    private static final Duration POLL = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Properties client;

    public ProcessingStatus(Cluster cluster, Properties client) {
        this.cluster = cluster;
        this.client = client;
    }

    /**
     * How far the job is on {@link Topic#RAW}. Markers of transactions count as records, so both numbers may be a
     * little too high.
     *
     * @param read number of records that the job has read
     * @param all number of records
     * @param inside number of records that wait on later topics
     */
    public record Progress(long read, long all, long inside) {}

    /** How far the job is now. */
    public Progress progress() {
        Map<TopicPartition, Long> ends = cluster.ends(cluster.existing(List.of(Topic.RAW.topicName())));
        Map<TopicPartition, Long> committed = cluster.committed(InternalTopics.APPLICATION_ID);
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long read = ends.entrySet().stream()
                .mapToLong(end -> Math.min(end.getValue(), committed.getOrDefault(end.getKey(), 0L)))
                .sum();
        long inside = ConsumerLag.of(cluster).entrySet().stream()
                .filter(lag -> !lag.getKey().equals(Topic.RAW.topicName()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Progress(read, all, inside);
    }

    /** Whether no record waits on any topic that the job reads, and no open transaction holds one back. */
    public boolean isCaughtUp() {
        for (String topic : cluster.existing(READ_BY_THE_JOB)) {
            Map<TopicPartition, Long> ends = cluster.ends(List.of(topic));
            Map<TopicPartition, Long> behind = behind(ends);
            if (!behind.isEmpty() && hasRecords(behind, ends)) {
                return false;
            }
        }
        return !cluster.hasOpenTransactions(
                Stream.of(Topic.values()).map(Topic::topicName).toList());
    }

    /** Committed offsets of the partitions on which they are not the end. */
    private Map<TopicPartition, Long> behind(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = cluster.committed(InternalTopics.APPLICATION_ID);
        Map<TopicPartition, Long> behind = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        ends.forEach((partition, end) -> {
            long offset = committed.getOrDefault(partition, 0L);
            if (offset < end) {
                behind.put(partition, offset);
            }
        });
        return behind;
    }

    /** Whether there are records between these offsets and the ends: the markers of transactions take offsets too. */
    private boolean hasRecords(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Properties settings = ClientSettings.consumer(client);
        // a record of an open transaction is work to come
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = from.keySet();
            consumer.assign(partitions);
            from.forEach(consumer::seek);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
