package io.newsfold.enrich.stream;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Adds headers and coordinates to the bytes of a raw record; rejects a record without a usable key. */
final class RawReader implements FixedKeyProcessor<String, byte[], StageResult<RawArticle>> {
    private FixedKeyProcessorContext<String, StageResult<RawArticle>> context;

    @SuppressWarnings("NullAway.Init")
    RawReader() {}

    @Override
    public void init(FixedKeyProcessorContext<String, StageResult<RawArticle>> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> entry) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        RawArticle raw = new RawArticle(
                Objects.requireNonNullElse(entry.key(), ""),
                entry.value(),
                About.from(entry.headers(), entry.timestamp()),
                new Coordinates(at.topic(), at.partition(), at.offset()));
        context.forward(entry.withValue(
                raw.hasKey() ? StageResult.done(raw) : StageResult.rejected(Rejection.withoutKey(raw))));
    }
}
