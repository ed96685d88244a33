package io.newsfold.kafka;

import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import java.time.Duration;
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

/** Tells whether the job has done with everything that stands on its topics, and all can be read: each is looked at after those that feed it. */
public final class ProcessingStatus {
    private static final List<String> IN_ORDER_OF_FLOW = Stream.of(
                    Topic.RAW.topicName(),
                    Topic.FINGERPRINTS.topicName(),
                    InternalTopics.repartition(InternalTopics.SHARDS),
                    Topic.OVERRIDES.topicName(),
                    InternalTopics.repartition(InternalTopics.OVERRIDES),
                    InternalTopics.repartition(InternalTopics.PAIRS),
                    Topic.CLEAN.topicName(),
                    Topic.LINEAGE.topicName(),
                    InternalTopics.repartition(InternalTopics.STORY_MEMBERS))
            .toList();

    private final Cluster cluster;
    private final Properties client;

    public ProcessingStatus(Cluster cluster, Properties client) {
        this.cluster = cluster;
        this.client = client;
    }

    /** Whether no record waits to be read on any topic of the job, and none is held back by an open transaction. */
    public boolean isSettled() {
        for (String topic : cluster.existing(IN_ORDER_OF_FLOW)) {
            Map<TopicPartition, Long> ends = cluster.ends(List.of(topic));
            Map<TopicPartition, Long> committed = cluster.committed(InternalTopics.APPLICATION_ID);
            Map<TopicPartition, Long> behind =
                    new TreeMap<>(java.util.Comparator.comparingInt(TopicPartition::partition));
            ends.forEach((partition, end) -> {
                long offset = committed.getOrDefault(partition, 0L);
                if (offset < end) {
                    behind.put(partition, offset);
                }
            });
            if (!behind.isEmpty() && hasRecords(behind, ends)) {
                return false;
            }
        }
        return !cluster.hasOpenTransactions(
                Stream.of(Topic.values()).map(Topic::topicName).toList());
    }

    /** Whether there are records between these offsets and the end: the marks of transactions take offsets too. */
    private boolean hasRecords(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_uncommitted"); // a record of an open transaction is work to come
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = from.keySet();
            consumer.assign(partitions);
            from.forEach(consumer::seek);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
