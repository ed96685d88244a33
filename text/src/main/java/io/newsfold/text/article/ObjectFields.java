package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of a JSON object by their names. Case, hyphens, spaces and underscores inside a name do not count, since
 * every exporter writes them in its own way.
 */
record ObjectFields(JsonNode object, Map<String, JsonNode> byName) {
    static ObjectFields of(JsonNode object) {
        Map<String, JsonNode> byName = new HashMap<>();
        object.properties().forEach(field -> byName.putIfAbsent(plain(field.getKey()), field.getValue()));
        return new ObjectFields(object, byName);
    }

    /** The name of a field as the object itself writes it. */
    String nameOf(String path) {
        String plain = plain(path);
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> plain(name).equals(plain))
                .findFirst()
                .orElse(path);
    }

    /** The value of the field with this name; missing where there is none. */
    JsonNode get(String name) {
        JsonNode exact = object.path(name);
        return exact.isMissingNode() ? byName.getOrDefault(plain(name), MissingNode.getInstance()) : exact;
    }

    /** A name as names are compared. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean joins = c == '_' || c == '-' || c == ' ' || c == '.';
            if (!joins || i == 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
