package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The header of a fingerprint with the fetch time of the delivery that caused it. A field of the value would be lost
 * with a withdrawal, whose value is null.
 */
final class FetchedHeader {
    private static final String NAME = "fetched";

    private FetchedHeader() {}

    static Headers with(Instant fetched) {
        return new RecordHeaders().add(NAME, fetched.toString().getBytes(UTF_8));
    }

    /** The time in the header; without one, as in records of earlier builds, that of the record. */
    static Instant of(Headers headers, long timestamp) {
        Header header = headers.lastHeader(NAME);
        return header == null ? Instant.ofEpochMilli(timestamp) : Instant.parse(new String(header.value(), UTF_8));
    }
}
