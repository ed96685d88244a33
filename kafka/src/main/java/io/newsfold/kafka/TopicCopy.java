package io.newsfold.kafka;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Copies the inputs of a pipeline to another cluster: everything else follows from them. Keys, values, headers and
 * times stay, and so does the order of the records of one key, whatever the numbers of partitions.
 */
public final class TopicCopy {
    /** The topics that a pipeline cannot make again. */
    public static final List<Topic> INPUTS = List.of(Topic.RAW, Topic.OVERRIDES, Topic.SOURCES);

    private TopicCopy() {}

    /**
     * Copies all records that are on the topics now.
     *
     * @param partitions of the keyed topics of the target, where it has none yet; 0 for as many as the source has
     * @return the number of copied records by topic
     * @throws IllegalArgumentException where both are one cluster, or the target has records
     */
    public static Map<Topic, Long> copy(Properties from, Properties to, int partitions) {
        try (Cluster source = new Cluster(from);
                Cluster target = new Cluster(to)) {
            INPUTS.forEach(source::require);
            if (source.check().equals(target.check())) {
                throw new IllegalArgumentException("source and target are one cluster");
            }
            target.createTopics(partitions == 0 ? source.partitions() : partitions);
            for (TopicSummary topic : TopicSummary.of(
                    target, INPUTS.stream().map(Topic::topicName).toList())) {
                if (topic.offsets() > 0) {
                    throw new IllegalArgumentException("the target has records on " + topic.name()
                            + ": name a cluster without, or delete its topics first");
                }
            }
        }
        return copyRecords(from, to);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback keeps the failure of a send
    private static Map<Topic, Long> copyRecords(Properties from, Properties to) {
        Properties settings = ClientSettings.producer(to);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true); // keeps the order when a send is repeated
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Map<Topic, Long> counts = new EnumMap<>(Topic.class);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Topic topic : INPUTS) {
                long[] count = new long[1];
                try (TopicReader reader = TopicReader.fromBeginning(from, topic)) {
                    reader.readToEnd(entry -> {
                        producer.send(
                                new ProducerRecord<>(
                                        entry.topic(),
                                        null,
                                        entry.timestamp(),
                                        entry.key(),
                                        entry.value(),
                                        entry.headers()),
                                (metadata, e) -> failure.compareAndSet(null, e));
                        count[0]++;
                    });
                }
                producer.flush();
                counts.put(topic, count[0]);
            }
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new BrokerException("a record could not be copied: " + failed.getMessage(), failed);
        }
        return counts;
    }
}
