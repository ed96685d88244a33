package io.newsfold.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.Sha256;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.SourcePublisher;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes what a source delivered together with its position, in one transaction. After a crash the source goes on
 * behind the last published record, and no record is published twice. Only one producer of a name is active: a new one
 * fences the former. The caller closes it.
 */
public final class SourceProducer implements SourcePublisher, AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String name;

    /**
     * Fences a former producer of the same name, and aborts its open transaction.
     *
     * @param client how to reach the cluster
     * @param name name of the reader of the sources, the same at each start
     */
    public SourceProducer(Properties client, String name) {
        this.name = name;
        RawProducer.requireTopic(client);
        Properties settings = RawProducer.settings(client);
        settings.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "newsfold-source-" + Sha256.hex(name.getBytes(UTF_8)).substring(0, 16));
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Publishes all of it or nothing, and returns when it is committed. Threads take turns.
     *
     * @throws FencedException where another producer of the same name has started
     * @throws KafkaException where the transaction failed: then this producer cannot be used any more
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws the failure of a send
    public synchronized void publish(List<Delivery> deliveries, SourceState state) {
        try {
            producer.beginTransaction();
            for (Delivery delivery : deliveries) {
                producer.send(RawProducer.toRecord(delivery));
            }
            producer.send(new ProducerRecord<>(Topic.SOURCES.topicName(), state.id(), Json.bytes(state)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw isFenced(e) ? new FencedException(name, e) : e;
        }
    }

    private static boolean isFenced(KafkaException e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException);
    }

    /** Another producer of the same name has started. */
    public static final class FencedException extends KafkaException {
        private static final long serialVersionUID = 1L;

        FencedException(String name, Throwable cause) {
            super("another reader of sources with the name " + name + " has begun and fenced this one", cause);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
