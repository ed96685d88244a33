package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Writes down the offset of each fingerprint: the total order of the job. */
final class Sequencer implements FixedKeyProcessor<String, Fingerprint, Sequenced> {
    private FixedKeyProcessorContext<String, Sequenced> context;

    @SuppressWarnings("NullAway.Init")
    Sequencer() {}

    @Override
    public void init(FixedKeyProcessorContext<String, Sequenced> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, Fingerprint> entry) {
        long offset = context.recordMetadata().orElseThrow().offset();
        context.forward(entry.withValue(new Sequenced(entry.key(), offset, entry.value())));
    }
}
