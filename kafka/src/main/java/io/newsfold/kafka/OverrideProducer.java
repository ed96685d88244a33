package io.newsfold.kafka;

import io.newsfold.contract.Json;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Topic;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes people's decisions on pairs of articles. */
public final class OverrideProducer {
    private OverrideProducer() {}

    /**
     * Returns when the broker has acknowledged the override.
     *
     * @throws BrokerException where the cluster has no topic for overrides
     */
    public static void publish(LineageOverride override, Properties client) throws InterruptedException {
        try (Cluster cluster = new Cluster(client)) {
            cluster.require(Topic.OVERRIDES);
        }
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                ClientSettings.producer(client), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.OVERRIDES.topicName(), override.key(), Json.bytes(override)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("the override could not be published", e.getCause());
        }
    }
}
