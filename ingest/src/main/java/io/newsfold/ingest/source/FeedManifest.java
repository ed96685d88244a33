package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a folder's {@code feed.jsonl} says of a file, or what an article's own JSON says of itself.
 *
 * @param url unchecked
 * @param fetched null where nothing was said
 */
record FeedManifest(
        @Nullable String url,
        @Nullable String published,
        @Nullable Instant fetched,
        @Nullable String publisher,
        @Nullable String headline,
        @Nullable String author,
        @Nullable String id) {

    static final FeedManifest NOTHING = new FeedManifest(null, null, null, null, null, null, null);

    /** The name of the manifest in a folder. */
    static final String FILE_NAME = "feed.jsonl";

    static FeedManifest of(JsonNode line) {
        return new FeedManifest(
                text(line, "url"),
                text(line, "published"),
                Optional.ofNullable(text(line, "fetched"))
                        .flatMap(InstantParser::instant)
                        .orElse(null),
                text(line, "publisher"),
                text(line, "headline"),
                text(line, "author"),
                text(line, "id"));
    }

    private static @Nullable String text(JsonNode line, String field) {
        JsonNode value = line.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
