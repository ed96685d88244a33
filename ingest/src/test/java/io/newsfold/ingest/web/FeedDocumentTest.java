package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.newsfold.contract.Limits;
import io.newsfold.contract.SourceState.SourceKind;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.RecordingPublisher;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void aJsonFeedIsAFeed() {
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post",
                 "authors": [{"name": "Ada Berg"}],
                 "items": [
                 {"id": "1", "url": "https://harbour.example/1", "title": "Ferry cancelled",
                  "content_html": "<p>High waves", "date_published": "2026-01-05T09:00:00Z",
                  "authors": [{"name": "Bo Lind"}, {"name": "Cy Ek"}]},
                 {"id": "2", "external_url": "https://harbour.example/2", "content_text": "Low water",
                  "author": {"name": "Di Fors"}},
                 {"id": "3", "url": "https://harbour.example/3", "title": "Pier closed"},
                 {"id": "4", "url": "javascript:alert(1)", "content_text": "Odd"}]}
                """;

        FeedDocument document =
                FeedDocument.of("https://harbour.example/feed", json.getBytes(UTF_8), null, NOW, Limits.FETCH_BYTES);

        assertThat(document.kind()).isEqualTo(SourceKind.FEED);
        assertThat(document.sitemaps()).isEmpty();
        assertThat(document.items())
                .extracting(
                        Delivery::key,
                        RecordingPublisher::text,
                        d -> d.about().contentType(),
                        d -> d.about().author(),
                        d -> d.about().published(),
                        d -> d.about().flags())
                .containsExactly(
                        tuple(
                                "https://harbour.example/1",
                                "<p>High waves",
                                "text/html",
                                "Bo Lind, Cy Ek",
                                "2026-01-05T09:00:00Z",
                                List.of()),
                        tuple("https://harbour.example/2", "Low water", "text/plain", "Di Fors", null, List.of()),
                        tuple(
                                "https://harbour.example/3",
                                "{\"headline\":\"Pier closed\"}",
                                "application/json",
                                "Ada Berg",
                                null,
                                List.of()),
                        tuple(
                                document.items().get(3).key(),
                                "Odd",
                                "text/plain",
                                "Ada Berg",
                                null,
                                List.of("bad_link")));
    }
}
