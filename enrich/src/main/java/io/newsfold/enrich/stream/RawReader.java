package io.newsfold.enrich.stream;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Adds to the bytes of a raw record what its headers and coordinates say. */
final class RawReader implements FixedKeyProcessor<String, byte[], RawArticle> {
    private FixedKeyProcessorContext<String, RawArticle> context;

    @SuppressWarnings("NullAway.Init")
    RawReader() {}

    @Override
    public void init(FixedKeyProcessorContext<String, RawArticle> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> entry) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        context.forward(entry.withValue(new RawArticle(
                Objects.requireNonNullElse(entry.key(), ""),
                entry.value(),
                About.from(entry.headers(), entry.timestamp()),
                new Coordinates(at.topic(), at.partition(), at.offset()))));
    }
}
