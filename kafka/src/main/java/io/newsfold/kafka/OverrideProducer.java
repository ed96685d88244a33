package io.newsfold.kafka;

import io.newsfold.contract.Json;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Topic;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what people say of two articles. */
public final class OverrideProducer {
    private OverrideProducer() {}

    /** Returns when it is there. */
    public static void publish(LineageOverride override, Properties client) throws InterruptedException {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.OVERRIDES.topicName(), override.key(), Json.bytes(override)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("what was said could not be published", e.getCause());
        }
    }
}
