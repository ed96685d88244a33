package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The items of a JSON Feed, 1.0 or 1.1. */
final class JsonFeed {
    private final String name;
    private final String json;
    private final Instant fetched;

    JsonFeed(String name, String json, Instant fetched) {
        this.name = name;
        this.json = json;
        this.fetched = fetched;
    }

    /** Gives each item to {@code receiver}, and a rejection for each part that is not read. */
    void read(Consumer<Delivery> receiver) {
        JsonNode feed;
        try {
            feed = Json.reader(JsonNode.class).readTree(json);
        } catch (IOException e) {
            receiver.accept(refused(Reason.UNREADABLE, "not JSON"));
            return;
        }
        if (!feed.path("version").asText().contains("jsonfeed.org/version/1")
                || !feed.path("items").isArray()) {
            receiver.accept(refused(Reason.NOT_A_FEED, "JSON, but no JSON Feed"));
            return;
        }
        JsonNode items = feed.path("items");
        int count = Math.min(items.size(), Limits.FEED_ITEMS);
        for (int i = 0; i < count; i++) {
            receiver.accept(delivery(items.get(i), name + ":" + (i + 1), feed));
        }
        if (items.size() > count) {
            receiver.accept(refused(Reason.TOO_LARGE, (items.size() - count) + " items after the first " + count));
        }
    }

    private Delivery refused(Reason reason, String message) {
        About about = new About(fetched, name, null, null, null, null, null, name, null);
        return Delivery.refused(about, reason, message);
    }

    private Delivery delivery(JsonNode item, String origin, JsonNode feed) {
        String html = text(item, "content_html");
        String content = html == null ? firstText(item, "content_text", "summary") : html;
        String link = firstText(item, "url", "external_url");
        String type = html == null ? ContentType.TEXT : ContentType.HTML;
        String authors = authors(item);
        About about = new About(
                        fetched,
                        origin,
                        type,
                        text(item, "date_published"),
                        text(feed, "title"),
                        text(item, "title"),
                        authors == null ? authors(feed) : authors,
                        name,
                        text(item, "id"))
                .inLanguage(Optional.ofNullable(text(item, "language")).orElse(text(feed, "language")));
        byte[] body = content == null ? new byte[0] : content.getBytes(UTF_8);
        return Delivery.ofLink(link, body, about, content == null ? origin + " is empty" : null);
    }

    /** Names from {@code authors} of version 1.1, or {@code author} of 1.0; null for none. */
    private static @Nullable String authors(JsonNode object) {
        String one = text(object.path("author"), "name");
        String all = StreamSupport.stream(object.path("authors").spliterator(), false)
                .map(author -> author.path("name").asText())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? one : all;
    }

    private static @Nullable String firstText(JsonNode object, String field, String otherwise) {
        String text = text(object, field);
        return text == null ? text(object, otherwise) : text;
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
