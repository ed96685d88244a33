package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Adds to each fingerprint its offset, which is the total order of the job, and what its header says. */
final class FingerprintSequencer implements FixedKeyProcessor<String, Fingerprint, SequencedFingerprint> {
    private FixedKeyProcessorContext<String, SequencedFingerprint> context;

    @SuppressWarnings("NullAway.Init")
    FingerprintSequencer() {}

    @Override
    public void init(FixedKeyProcessorContext<String, SequencedFingerprint> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, Fingerprint> entry) {
        long offset = context.recordMetadata().orElseThrow().offset();
        FingerprintOrigin origin = FingerprintOrigin.of(entry.headers());
        context.forward(entry.withValue(new SequencedFingerprint(entry.key(), offset, origin, entry.value())));
    }
}
