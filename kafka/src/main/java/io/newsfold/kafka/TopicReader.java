package io.newsfold.kafka;

import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics, committed records only, without a consumer group. The caller closes it. Not thread-safe. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    private TopicReader(Properties client, List<Topic> topics) {
        consumer = new KafkaConsumer<>(
                ClientSettings.consumer(client), new StringDeserializer(), new ByteArrayDeserializer());
        for (Topic topic : topics) {
            var known = consumer.partitionsFor(topic.topicName());
            if (known.isEmpty()) {
                consumer.close();
                throw Cluster.missing(topic);
            }
            known.forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
    }

    /** Begins at the first record of each partition. */
    public static TopicReader fromBeginning(Properties client, Topic... topics) {
        TopicReader reader = new TopicReader(client, List.of(topics));
        reader.consumer.seekToBeginning(reader.partitions);
        return reader;
    }

    /** Begins at these offsets; a partition that has none is read from its beginning. */
    public static TopicReader from(Properties client, Map<Integer, Long> offsets, Topic topic) {
        TopicReader reader = fromBeginning(client, topic);
        offsets.forEach(
                (partition, offset) -> reader.consumer.seek(new TopicPartition(topic.topicName(), partition), offset));
        return reader;
    }

    /** Begins at these offsets; a partition that has none is read from its beginning. */
    public static TopicReader from(Properties client, Map<TopicPartition, Long> offsets, List<Topic> topics) {
        TopicReader reader = new TopicReader(client, topics);
        reader.consumer.seekToBeginning(reader.partitions);
        offsets.forEach((partition, offset) -> {
            if (reader.partitions.contains(partition)) {
                reader.consumer.seek(partition, offset);
            }
        });
        return reader;
    }

    /** Begins after the last record that is on the topics now. */
    public static TopicReader fromEnd(Properties client, Topic... topics) {
        TopicReader reader = new TopicReader(client, List.of(topics));
        reader.consumer.seekToEnd(reader.partitions);
        reader.partitions.forEach(reader.consumer::position); // seek now, not at the first poll
        return reader;
    }

    /** Passes on every record from the present position to the end of the topics at the time of the call. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> handler) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(POLL).forEach(handler);
        }
    }

    /** The current state of a compacted topic: the last record of each key that is no tombstone, sorted by key. */
    public static <T> SortedMap<String, T> table(Properties client, Topic topic, Class<T> type) {
        TreeMap<String, T> table = new TreeMap<>();
        try (TopicReader reader = fromBeginning(client, topic)) {
            reader.readToEnd(entry -> {
                if (entry.value() == null) {
                    table.remove(entry.key());
                } else {
                    table.put(entry.key(), Json.read(entry.value(), type));
                }
            });
        }
        return table;
    }

    /** Passes on records as they come, for as long as {@code goOn} is true; it is asked about ten times a second. */
    public void follow(BooleanSupplier goOn, Consumer<ConsumerRecord<String, byte[]>> handler) {
        while (goOn.getAsBoolean()) {
            consumer.poll(POLL).forEach(handler);
        }
    }

    /** The records that have come since the last call; waits for a tenth of a second at most, and may have none. */
    public Iterable<ConsumerRecord<String, byte[]>> next() {
        return consumer.poll(POLL);
    }

    /** Whether the reader has passed on every record that is on the topics now. */
    public boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
