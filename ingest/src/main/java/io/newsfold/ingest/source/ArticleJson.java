package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.article.ArticleField;
import io.newsfold.text.article.ArticleReader;
import io.newsfold.text.article.ExportJson;
import io.newsfold.text.article.ExportedArticle;
import io.newsfold.text.article.FieldMapping;
import io.newsfold.text.date.InstantParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article, or a withdrawal, as a JSON object. It is read for its key and headers only; the bytes stay untouched,
 * unless a user names fields: then they become an object with our own names, which the job can read without the user.
 */
final class ArticleJson {
    private final String origin;
    private final byte[] bytes;
    private final Instant fetched;
    private final @Nullable String feed;
    private final Optional<JsonNode> object;

    /**
     * An object that is parsed.
     *
     * @param object empty where the bytes are not exactly one JSON object
     * @param fetched holds where the object has no fetch time of its own
     * @param feed name of the list that the article was read from; null for none
     */
    ArticleJson(String origin, byte[] bytes, Optional<JsonNode> object, Instant fetched, @Nullable String feed) {
        this.origin = origin;
        this.bytes = bytes;
        this.fetched = fetched;
        this.feed = feed;
        this.object = object.filter(JsonNode::isObject);
    }

    Delivery delivery(FieldMapping asked) {
        if (object.isEmpty()) {
            About about = new About(fetched, origin, ContentType.JSON, null, null, null, null, feed, null);
            return Delivery.of(null, bytes, about, origin + " is not a JSON object");
        }
        ExportedArticle article = ArticleReader.read(object.get(), asked);
        About about = about(article);
        String address = article.text(ArticleField.URL);
        Optional<String> url = Optional.ofNullable(address).flatMap(CanonicalUrl::of);
        if (object.get().path("withdrawn").asBoolean() && url.isPresent()) {
            return Delivery.withdrawal(url.get(), about);
        }
        if (article.refusal() != null && !asked.isEmpty()) {
            return Delivery.refused(about, Reason.SCHEMA, article.refusal()); // the job would read it by other names
        }
        byte[] body = asked.isEmpty() ? bytes : Json.bytes(article.normalised());
        if (body.length > Limits.BODY_BYTES) {
            return Delivery.tooLarge(about, Limits.BODY_BYTES);
        }
        String doubt = article.refusal() == null ? null : origin + ": " + article.refusal();
        return Delivery.ofLink(address, body, about, doubt);
    }

    private About about(ExportedArticle article) {
        Instant time = Optional.ofNullable(article.text(ArticleField.FETCHED))
                .flatMap(InstantParser::instant)
                .orElse(fetched);
        String published = article.text(ArticleField.PUBLISHED);
        String id = article.text(ArticleField.ID);
        return new About(time, origin, ContentType.JSON, published, null, null, null, feed, id);
    }

    /** The JSON value that the bytes are; empty where they are none: the job rejects it, with the parser's message. */
    static Optional<JsonNode> parse(byte[] bytes) {
        try {
            return Optional.of(ExportJson.parse(bytes).node());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
