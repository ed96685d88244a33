package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.text.date.InstantParser;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about one article: a line of a folder's manifest, or the article's own JSON object. Everything is
 * as written, and null where nothing is given.
 *
 * @param url address, not yet canonical
 * @param published publication date
 * @param fetched fetch time; null as well where it cannot be parsed
 * @param publisher who stands behind the site
 * @param headline headline
 * @param author author
 * @param id id that the source gave the article
 * @param language language, by code or name
 */
record ArticleMetadata(
        @Nullable String url,
        @Nullable String published,
        @Nullable Instant fetched,
        @Nullable String publisher,
        @Nullable String headline,
        @Nullable String author,
        @Nullable String id,
        @Nullable String language) {

    static final ArticleMetadata NONE = new ArticleMetadata(null, null, null, null, null, null, null, null);

    static ArticleMetadata of(JsonNode object) {
        return new ArticleMetadata(
                text(object, "url"),
                text(object, "published"),
                Optional.ofNullable(text(object, "fetched"))
                        .flatMap(InstantParser::instant)
                        .orElse(null),
                text(object, "publisher"),
                text(object, "headline"),
                text(object, "author"),
                text(object, "id"),
                text(object, "language"));
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
