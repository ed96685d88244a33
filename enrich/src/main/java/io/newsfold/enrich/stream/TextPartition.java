package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.newsfold.contract.Fingerprint;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a header of each fingerprint from which partition of the raw topic its text came. The lineage of the article
 * goes to that partition, so that the small record travels and not the text.
 */
final class TextPartition implements FixedKeyProcessor<String, @Nullable Fingerprint, @Nullable Fingerprint> {
    private static final String HEADER = "partition";

    private FixedKeyProcessorContext<String, @Nullable Fingerprint> context;

    @SuppressWarnings("NullAway.Init")
    TextPartition() {}

    @Override
    public void init(FixedKeyProcessorContext<String, @Nullable Fingerprint> initial) {
        context = initial;
    }

    @Override
    public void process(FixedKeyRecord<String, @Nullable Fingerprint> entry) {
        byte[] partition = Integer.toString(context.taskId().partition()).getBytes(US_ASCII);
        context.forward(entry.withHeaders(new RecordHeaders().add(HEADER, partition)));
    }

    /** The partition that the headers of a fingerprint name. */
    static int of(Headers headers) {
        return Integer.parseInt(new String(headers.lastHeader(HEADER).value(), US_ASCII));
    }
}
