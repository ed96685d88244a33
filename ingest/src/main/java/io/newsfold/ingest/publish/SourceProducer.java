package io.newsfold.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.Sha256;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.Delivery;
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
 * Publishes what a source delivers together with how far it was read, in one transaction: whatever is killed, the source goes on behind the
 * last record that is there, and none is there twice. One of a name at a time: a second one shuts the first out. The caller closes it.
 */
public final class SourceProducer implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String name;

    /**
     * Ends what a former producer of the same name left open.
     *
     * @param client how to reach the cluster
     * @param name of what reads the sources, the same at each start
     */
    public SourceProducer(Properties client, String name) {
        this.name = name;
        Properties settings = RawProducer.settings(client);
        settings.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "newsfold-source-" + Sha256.hex(name.getBytes(UTF_8)).substring(0, 16));
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Publishes all of it or nothing; returns when it is there. Callers of several threads take turns.
     *
     * @throws ShutOutException where another of the same name has begun
     * @throws KafkaException where it is not there: then this producer is of no more use
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send met
    public synchronized void publish(List<Delivery> deliveries, SourceState state) {
        try {
            producer.beginTransaction();
            for (Delivery delivery : deliveries) {
                producer.send(RawProducer.entry(delivery));
            }
            producer.send(new ProducerRecord<>(Topic.SOURCES.topicName(), state.id(), Json.bytes(state)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw isShutOut(e) ? new ShutOutException(name, e) : e;
        }
    }

    private static boolean isShutOut(KafkaException e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(c -> c instanceof ProducerFencedException || c instanceof InvalidProducerEpochException);
    }

    /** Another of the same name has begun. */
    public static final class ShutOutException extends KafkaException {
        private static final long serialVersionUID = 1L;

        ShutOutException(String name, Throwable cause) {
            super("another reader of sources with the name " + name + " has begun, and shuts this one out", cause);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
