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

    /** The name of a field as the object itself writes it. */
    String nameOf(String path) {
        String plain = FieldPath.plain(path);
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> FieldPath.plain(name).equals(plain))
                .findFirst()
                .orElse(path);
    }

    /** The value of the field with this name; missing where there is none. */
    JsonNode get(String name) {
        JsonNode exact = object.path(name);
        return exact.isMissingNode() ? byName.getOrDefault(FieldPath.plain(name), MissingNode.getInstance()) : exact;
    }
}
