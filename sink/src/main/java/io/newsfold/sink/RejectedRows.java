package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Rejects records that cannot be rows: sends them to {@link Topic#REJECTED}. After a kill a record can be rejected
 * again; both rejections have its coordinates.
 */
final class RejectedRows implements AutoCloseable {
    private final Properties client;
    /** Made for the first rejection: most sinks need none. */
    private @Nullable Producer<String, byte[]> producer;

    RejectedRows(Properties client) {
        this.client = client;
    }

    /** Returns when the broker has acknowledged the rejection. */
    void send(ConsumerRecord<String, byte[]> entry, String message) {
        Rejection rejection = new Rejection(
                Rejection.SCHEMA,
                String.valueOf(entry.key()),
                "sink",
                Rejection.Reason.SCHEMA,
                message,
                new Coordinates(entry.topic(), entry.partition(), entry.offset()),
                Instant.ofEpochMilli(entry.timestamp()),
                entry.topic(),
                null,
                entry.value());
        try {
            producer()
                    .send(new ProducerRecord<>(Topic.REJECTED.topicName(), rejection.key(), Json.bytes(rejection)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new OutputException("cannot send the rejection of a record: " + e.getCause(), e);
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Properties settings = ClientSettings.producer(client);
            // a rejection has the bytes of its record in Base64
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES * 2);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
