package io.newsfold.ingest.publish;

import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.Delivery;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes deliveries to {@link Topic#RAW}, and what is refused to {@link Topic#REJECTED}: idempotent, acknowledged by all replicas. Thread-safe; the caller closes it. */
public final class RawProducer implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param client how to reach the cluster; anything that a Kafka producer takes */
    public RawProducer(Properties client) {
        producer = new KafkaProducer<>(settings(client), new StringSerializer(), new ByteArraySerializer());
    }

    /** Settings of every producer of raw records. */
    static Properties settings(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
        return settings;
    }

    /** Sends without waiting; a failure is thrown by the next call. */
    public Future<RecordMetadata> send(Delivery delivery) {
        throwFailure();
        return producer.send(entry(delivery), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** What is sent for a delivery: a raw record, or a rejection where it is refused. */
    @SuppressWarnings("NullAway") // a null value is a withdrawal; Kafka's interface knows no annotations
    static ProducerRecord<String, byte[]> entry(Delivery delivery) {
        ProducerRecord<String, byte[]> entry =
                new ProducerRecord<>(Topic.RAW.topicName(), delivery.key(), delivery.body());
        Delivery.Refusal refusal = delivery.refusal();
        if (refusal != null) {
            Rejection rejection = Rejection.atIngestion(delivery.about(), refusal.reason(), refusal.message());
            entry = new ProducerRecord<>(Topic.REJECTED.topicName(), delivery.key(), Json.bytes(rejection));
        }
        delivery.about().writeTo(entry.headers(), delivery.eventId());
        return entry;
    }

    /** As {@link #send}, for many: whether all is well tells {@link #flush}. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void publish(Delivery delivery) {
        send(delivery);
    }

    /** Waits until everything sent is acknowledged. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception e = failure.get();
        if (e != null) {
            throw new KafkaException("an article could not be published to " + Topic.RAW.topicName(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
