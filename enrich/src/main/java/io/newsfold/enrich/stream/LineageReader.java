package io.newsfold.enrich.stream;

import io.newsfold.contract.Lineage;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Reads the version of each lineage from its header. */
final class LineageReader implements FixedKeyProcessor<String, @Nullable Lineage, JoinInput> {
    private FixedKeyProcessorContext<String, JoinInput> context;

    @SuppressWarnings("NullAway.Init")
    LineageReader() {}

    @Override
    public void init(FixedKeyProcessorContext<String, JoinInput> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, @Nullable Lineage> entry) {
        context.forward(entry.withValue(JoinInput.LineageChange.of(entry.value(), entry.headers())));
    }
}
