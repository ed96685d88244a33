package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.CanonicalUrl;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The items of a JSON Feed, 1.0 or 1.1. */
final class JsonFeed {
    private final String name;
    private final byte[] json;
    private final Instant fetched;

    JsonFeed(String name, byte[] json, Instant fetched) {
        this.name = name;
        this.json = json;
        this.fetched = fetched;
    }

    void read(Consumer<Delivery> taker) {
        JsonNode feed;
        try {
            feed = Json.reader(JsonNode.class).readTree(json);
        } catch (IOException e) {
            taker.accept(refused(Reason.UNREADABLE, "not JSON"));
            return;
        }
        if (!feed.path("version").asText().contains("jsonfeed.org/version/1")
                || !feed.path("items").isArray()) {
            taker.accept(refused(Reason.NOT_A_FEED, "JSON, but no JSON Feed"));
            return;
        }
        JsonNode items = feed.path("items");
        int most = Math.min(items.size(), Limits.FEED_ITEMS);
        for (int place = 0; place < most; place++) {
            taker.accept(delivery(items.get(place), name + ":" + (place + 1), feed));
        }
        if (items.size() > most) {
            taker.accept(refused(Reason.TOO_LARGE, (items.size() - most) + " items after the first " + most));
        }
    }

    private Delivery refused(Reason reason, String message) {
        About about = new About(fetched, name, null, null, null, null, null, name, null);
        return Delivery.refused(about, reason, message);
    }

    private Delivery delivery(JsonNode item, String origin, JsonNode feed) {
        String html = text(item, "content_html");
        String plain = html == null ? text(item, "content_text") : null;
        String summary = text(item, "summary");
        String content = html != null ? html : plain != null ? plain : summary;
        String link = text(item, "url") == null ? text(item, "external_url") : text(item, "url");
        String authors = authors(item);
        About about = new About(
                fetched,
                origin,
                html == null ? ContentType.TEXT : ContentType.HTML,
                text(item, "date_published"),
                text(feed, "title"),
                text(item, "title"),
                authors == null ? authors(feed) : authors,
                name,
                text(item, "id"));
        boolean bad = link != null && CanonicalUrl.of(link).isEmpty();
        byte[] body = content == null ? new byte[0] : content.getBytes(UTF_8);
        return Delivery.of(
                link, body, bad ? about.flagged("bad_link") : about, content == null ? origin + " is empty" : null);
    }

    /** {@code authors} of 1.1, or {@code author} of 1.0. */
    private static @Nullable String authors(JsonNode of) {
        String one = text(of.path("author"), "name");
        String all = StreamSupport.stream(of.path("authors").spliterator(), false)
                .map(author -> author.path("name").asText())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? one : all;
    }

    private static @Nullable String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
