package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The type of the rows of a file.
 *
 * @param topic the topic of their records
 * @param change whether the rows are changes: then each has its {@code partition} and {@code offset}, and
 *     {@code withdrawn} marks a tombstone
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
