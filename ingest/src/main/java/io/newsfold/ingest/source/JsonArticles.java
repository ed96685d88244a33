package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.text.article.ArticleNodes;
import io.newsfold.text.article.BulkActions;
import io.newsfold.text.article.FieldMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a delivery of each article in a sequence of JSON values: of a value that is one article with its bytes as they
 * are, of a list or a table one by one. Confined to one sequence.
 */
final class JsonArticles {
    private final @Nullable String feed;
    private final FieldMapping asked;
    private final Consumer<Delivery> receiver;
    private final BulkActions actions = new BulkActions();

    /**
     * Nothing is read yet.
     *
     * @param feed name of the list that the articles are read from; null for none
     * @param asked where a user says that fields stand
     */
    JsonArticles(@Nullable String feed, FieldMapping asked, Consumer<Delivery> receiver) {
        this.feed = feed;
        this.asked = asked;
        this.receiver = receiver;
    }

    /** Adds a value by its bytes. */
    void add(String origin, byte[] bytes, Instant fetched) {
        add(origin, bytes, ArticleJson.parse(bytes), fetched);
    }

    /** @param value the bytes parsed; empty where they are no JSON */
    void add(String origin, byte[] bytes, Optional<JsonNode> value, Instant fetched) {
        if (value.isEmpty()) {
            deliver(origin, bytes, value, fetched);
            return;
        }
        Optional<JsonNode> article = actions.next(value.get());
        if (article.isEmpty()) {
            return;
        }
        List<JsonNode> nodes = ArticleNodes.in(article.get());
        if (nodes.size() == 1 && nodes.get(0).equals(value.get())) {
            deliver(origin, bytes, value, fetched);
            return;
        }
        boolean one = nodes.size() == 1 && nodes.get(0).equals(article.get());
        for (int i = 0; i < nodes.size(); i++) {
            String each = one ? origin : origin + "#" + (i + 1);
            add(each, nodes.get(i), fetched.plus(i, ChronoUnit.MICROS));
        }
    }

    /** Adds an element of a list. */
    void add(String origin, JsonNode element, Instant fetched) {
        deliver(origin, Json.bytes(element), Optional.of(element), fetched);
    }

    private void deliver(String origin, byte[] bytes, Optional<JsonNode> object, Instant fetched) {
        receiver.accept(new ArticleJson(origin, bytes, object, fetched, feed).delivery(asked));
    }
}
