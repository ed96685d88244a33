package io.newsfold.enrich.stream;

import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;

/** Raw records of articles as JSON. */
final class RawRecords {
    private RawRecords() {}

    static TestRecord<String, byte[]> of(String address, String headline, String text, Instant published) {
        RecordHeaders headers = new RecordHeaders();
        new About(published, "test", "application/json", published.toString(), "A Paper", null, null, null, null)
                .writeTo(headers, "e");
        return new TestRecord<>(
                address, Json.bytes(Map.of("headline", headline, "text", text, "url", address)), headers);
    }
}
