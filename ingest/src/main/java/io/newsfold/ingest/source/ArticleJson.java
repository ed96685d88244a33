package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.RawArticle.About;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An article, or a withdrawal, as a JSON object. Only what keys and headers need is read of it; the bytes go on untouched. */
final class ArticleJson {
    private final String origin;
    private final byte[] bytes;
    private final Instant fetched;
    private final @Nullable String feed;
    private final Optional<JsonNode> node;

    ArticleJson(String origin, byte[] bytes, Instant fetched, @Nullable String feed) {
        this.origin = origin;
        this.bytes = bytes;
        this.fetched = fetched;
        this.feed = feed;
        this.node = object(bytes);
    }

    /** Empty where the bytes are not one JSON object. */
    Optional<JsonNode> node() {
        return node;
    }

    void read(Consumer<Delivery> taker) {
        if (node.isEmpty()) {
            taker.accept(Delivery.of(null, bytes, about(FeedManifest.NOTHING), origin + " is not a JSON object"));
            return;
        }
        FeedManifest known = FeedManifest.of(node.get());
        Optional<String> url = Optional.ofNullable(known.url()).flatMap(CanonicalUrl::of);
        if (node.get().path("withdrawn").asBoolean() && url.isPresent()) {
            taker.accept(Delivery.withdrawal(url.get(), about(known)));
        } else {
            taker.accept(Delivery.of(known.url(), bytes, about(known), null));
        }
    }

    private About about(FeedManifest known) {
        Instant time = known.fetched() == null ? fetched : known.fetched();
        return new About(time, origin, ContentType.JSON, known.published(), null, null, null, feed, known.id());
    }

    private static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(FileFeed.parse(bytes)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty(); // the job rejects it, with the parser's message
        }
    }
}
