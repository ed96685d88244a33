package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Fingerprints each article that changed. A processor, because only a processor writes headers. */
final class FingerprintProcessor implements FixedKeyProcessor<String, RevisedArticle, Fingerprint> {
    private final Fingerprinter fingerprinter;
    private FixedKeyProcessorContext<String, Fingerprint> context;

    @SuppressWarnings("NullAway.Init")
    FingerprintProcessor(Fingerprinter fingerprinter) {
        this.fingerprinter = fingerprinter;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Fingerprint> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, RevisedArticle> entry) {
        RevisedArticle revised = entry.value();
        FingerprintOrigin origin = new FingerprintOrigin(
                context.taskId().partition(), revised.receipt().fetched());
        context.forward(entry.withValue(fingerprint(revised.article())).withHeaders(origin.headers()));
    }

    @SuppressWarnings("NullAway") // a null value is a withdrawal; Kafka's interface knows no annotations
    private Fingerprint fingerprint(@Nullable CleanArticle article) {
        return article == null ? null : fingerprinter.fingerprint(article);
    }
}
