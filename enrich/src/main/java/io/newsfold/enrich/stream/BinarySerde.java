package io.newsfold.enrich.stream;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A compact binary form of one type, for small values in large numbers; null stays null.
 *
 * @param write never called with null
 * @param read never called with null
 */
record BinarySerde<T>(Function<T, byte[]> write, Function<byte[], T> read) implements Serde<T> {
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface knows no annotations: a tombstone is a null
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write.apply(value);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read.apply(bytes);
    }
}
