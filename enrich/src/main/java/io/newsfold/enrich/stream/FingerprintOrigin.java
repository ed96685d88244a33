package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Where a fingerprint comes from, in its headers: fields of its value would be lost with a withdrawal, whose value is
 * null.
 *
 * @param partition of the raw topic that the text came from; the lineage of the article goes there, so that the small
 *     record travels and not the text
 * @param fetched fetch time of the delivery that caused it
 */
record FingerprintOrigin(int partition, Instant fetched) {
    private static final String PARTITION = "partition";
    private static final String FETCHED = "fetched";

    static FingerprintOrigin of(Headers headers) {
        return new FingerprintOrigin(Integer.parseInt(text(headers, PARTITION)), Instant.parse(text(headers, FETCHED)));
    }

    Headers headers() {
        return new RecordHeaders()
                .add(PARTITION, Integer.toString(partition).getBytes(US_ASCII))
                .add(FETCHED, fetched.toString().getBytes(US_ASCII));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), US_ASCII);
    }
}
