package io.newsfold.ingest.publish;

import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
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

/**
 * Publishes deliveries to {@link Topic#RAW}, and rejections at ingestion to {@link Topic#REJECTED}: idempotent,
 * acknowledged by all replicas. Thread-safe; the caller closes it.
 */
public final class RawProducer implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Connects to a cluster.
     *
     * @param client how to reach it; any setting of a Kafka producer
     * @throws BrokerException where the cluster has no topic for raw records: a broker may create one by itself, which
     *     would lose them
     */
    public RawProducer(Properties client) {
        requireTopic(client);
        producer = new KafkaProducer<>(settings(client), new StringSerializer(), new ByteArraySerializer());
    }

    static void requireTopic(Properties client) {
        try (Cluster cluster = new Cluster(client)) {
            cluster.require(Topic.RAW);
        }
    }

    /** The settings of every producer of raw records. */
    static Properties settings(Properties client) {
        Properties settings = ClientSettings.producer(client);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
        return settings;
    }

    /**
     * Sends without waiting.
     *
     * @throws KafkaException where an earlier delivery could not be published
     */
    public Future<RecordMetadata> send(Delivery delivery) {
        throwFailure();
        return producer.send(toRecord(delivery), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** The raw record of a delivery, or its rejection. */
    @SuppressWarnings("NullAway") // a null value is a withdrawal; Kafka's interface knows no annotations
    static ProducerRecord<String, byte[]> toRecord(Delivery delivery) {
        Delivery.Refusal refusal = delivery.refusal();
        Topic topic = refusal == null ? Topic.RAW : Topic.REJECTED;
        byte[] value = refusal == null
                ? delivery.body()
                : Json.bytes(Rejection.atIngestion(delivery.about(), refusal.reason(), refusal.message()));
        ProducerRecord<String, byte[]> kafkaRecord = new ProducerRecord<>(topic.topicName(), delivery.key(), value);
        delivery.about().writeTo(kafkaRecord.headers(), delivery.eventId());
        return kafkaRecord;
    }

    /** As {@link #send}, for many deliveries: {@link #flush} throws what went wrong. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void publish(Delivery delivery) {
        send(delivery);
    }

    /**
     * Waits until everything sent is acknowledged.
     *
     * @throws KafkaException where a delivery could not be published
     */
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
