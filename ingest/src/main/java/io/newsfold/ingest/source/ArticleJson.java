package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.text.address.CanonicalUrl;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article, or a withdrawal, as a JSON object. It is parsed for its key and headers only; the bytes stay untouched.
 */
final class ArticleJson {
    private final String origin;
    private final byte[] bytes;
    private final Instant fetched;
    private final @Nullable String feed;
    private final Optional<JsonNode> object;

    /**
     * Parses {@code bytes}.
     *
     * @param fetched holds where the object has no fetch time of its own
     * @param feed name of the list that the article was read from; null for none
     */
    ArticleJson(String origin, byte[] bytes, Instant fetched, @Nullable String feed) {
        this.origin = origin;
        this.bytes = bytes;
        this.fetched = fetched;
        this.feed = feed;
        this.object = parse(bytes);
    }

    /** The parsed object; empty where the bytes are not exactly one JSON object. */
    Optional<JsonNode> object() {
        return object;
    }

    Delivery delivery() {
        if (object.isEmpty()) {
            return Delivery.of(null, bytes, about(ArticleMetadata.NONE), origin + " is not a JSON object");
        }
        ArticleMetadata metadata = ArticleMetadata.of(object.get());
        Optional<String> url = Optional.ofNullable(metadata.url()).flatMap(CanonicalUrl::of);
        return object.get().path("withdrawn").asBoolean() && url.isPresent()
                ? Delivery.withdrawal(url.get(), about(metadata))
                : Delivery.of(metadata.url(), bytes, about(metadata), null);
    }

    private About about(ArticleMetadata metadata) {
        Instant time = metadata.fetched() == null ? fetched : metadata.fetched();
        return new About(time, origin, ContentType.JSON, metadata.published(), null, null, null, feed, metadata.id());
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode json = Json.reader(JsonNode.class).readTree(bytes);
            return Optional.of(json).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty(); // the job rejects it, with the parser's message
        }
    }
}
