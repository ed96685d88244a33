package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** The fields of a JSON object by their names, as {@link FieldPath} compares them. */
record ObjectFields(JsonNode object, Map<String, JsonNode> byName) {
    static ObjectFields of(JsonNode object) {
        Map<String, JsonNode> byName = new HashMap<>();
        object.properties().forEach(field -> byName.putIfAbsent(FieldPath.plain(field.getKey()), field.getValue()));
        return new ObjectFields(object, byName);
    }

    /** The value of the field with this name; missing where there is none. */
    JsonNode get(String name) {
        JsonNode exact = object.path(name);
        return exact.isMissingNode()
                ? byName.getOrDefault(FieldPath.plain(name), MissingNode.getInstance())
                : exact;
    }
}
