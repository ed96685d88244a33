package io.newsfold.enrich.stream;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of one type as bytes of our own, for what is small and many; null stays null.
 *
 * @param write never sees null
 * @param read never sees null
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
