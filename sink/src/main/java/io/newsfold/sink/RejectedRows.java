package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
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

/** Sends records that no file can take to {@link Topic#REJECTED}, with their coordinates: one that is read again after a kill is told by them. */
final class RejectedRows implements AutoCloseable {
    private final Properties client;
    private @Nullable Producer<String, byte[]> producer;

    RejectedRows(Properties client) {
        this.client = client;
    }

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
        Producer<String, byte[]> sender = producer();
        try {
            sender.send(new ProducerRecord<>(Topic.REJECTED.topicName(), rejection.key(), Json.bytes(rejection)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new OutputException("a record that no file takes could not be rejected: " + e.getCause(), e);
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Properties settings = new Properties();
            settings.putAll(client);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
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
