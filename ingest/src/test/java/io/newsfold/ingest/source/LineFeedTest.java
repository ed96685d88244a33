package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.newsfold.contract.Limits;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFeedTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    LineFeedTest() {}

    @Test
    void eachLineIsADeliveryFetchedAfterTheLineBefore() {
        String lines = "{\"url\": \"https://a.example/1\", \"text\": \"one\"}\r\n\n"
                + "{\"url\": \"https://a.example/1\", \"text\": \"two\"}\n{\"text\": \"" + "x".repeat(Limits.BODY_BYTES)
                + "\"}\n{\"url\": \"https://a.example/1\", \"fetched\": \"2026-01-01T00:00:00Z\", \"text\": \"three\"}";
        List<Delivery> deliveries = new ArrayList<>();

        new LineFeed(new ByteArrayInputStream(lines.getBytes(UTF_8)), "stdin", Clock.fixed(NOW, ZoneOffset.UTC))
                .read(deliveries::add);

        assertThat(deliveries)
                .extracting(d -> d.about().origin(), d -> d.about().fetched(), d -> d.refusal() == null)
                .containsExactly(
                        tuple("stdin:1", NOW, true),
                        tuple("stdin:3", NOW.plusNanos(2_000), true),
                        tuple("stdin:4", NOW.plusNanos(3_000), false),
                        tuple("stdin:5", Instant.parse("2026-01-01T00:00:00Z"), true));
    }
}
