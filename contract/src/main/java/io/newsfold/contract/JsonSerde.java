package io.newsfold.contract;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of one record type as JSON; null stays null.
 *
 * @param type the record
 */
public record JsonSerde<T>(Class<T> type) implements Serde<T> {

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface knows no annotations: a tombstone is a null
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : Json.bytes(value);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : Json.read(bytes, type);
    }
}
