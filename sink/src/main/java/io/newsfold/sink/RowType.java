package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What the rows of a file are.
 *
 * @param topic whose records they are
 * @param change whether they tell of changes: then each has its {@code partition} and {@code offset}, and may say that the thing is {@code withdrawn}
 */
record RowType(Topic topic, boolean change) {
    /** The published JSON Schema of the topic's records. */
    JsonNode schema() {
        String name = "schema/" + topic.topicName() + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream(name), name)) {
            return Json.reader(JsonNode.class).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Name of the topic's folders. */
    String folder() {
        return topic == Topic.STORIES ? "stories" : "articles";
    }
}
