package io.newsfold.enrich.stream;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles records that cannot be deserialized: one on {@code lineage.overrides}, where people write, is rejected; on a
 * topic that only the job writes to it is a fault of the job, which stops.
 */
public final class UnreadableHandler implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableHandler.class);

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> entry, Exception e) {
        LOG.warn("{}-{}@{} cannot be read", entry.topic(), entry.partition(), entry.offset(), e);
        if (!entry.topic().equals(Topic.OVERRIDES.topicName())) {
            return Response.fail();
        }
        Rejection rejection = new Rejection(
                Rejection.SCHEMA,
                entry.key() == null ? "" : new String(entry.key(), StandardCharsets.UTF_8),
                "read",
                Rejection.Reason.SCHEMA,
                "not an override: " + e.getMessage(),
                new Coordinates(entry.topic(), entry.partition(), entry.offset()),
                Instant.ofEpochMilli(Math.max(0, entry.timestamp())),
                entry.topic(),
                null,
                entry.value());
        return Response.resume(
                List.of(new ProducerRecord<>(Topic.REJECTED.topicName(), entry.key(), Json.bytes(rejection))));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
