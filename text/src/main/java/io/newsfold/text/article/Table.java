package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tables as data frames are written: a list for the names and one for the values, or an object for each column. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Table() {}

    /** The rows as objects, in the order of the table; empty where the object is no table. */
    static List<JsonNode> rows(JsonNode object) {
        JsonNode names = object.path("columns");
        JsonNode values = object.path("data");
        return names.isArray() && values.isArray() && values.path(0).isArray()
                ? split(names, values)
                : byColumn(object);
    }

    private static List<JsonNode> split(JsonNode names, JsonNode values) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode value : values) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < Math.min(names.size(), value.size()); i++) {
                row.set(names.get(i).asText(), value.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<JsonNode> byColumn(JsonNode object) {
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : object.properties()) {
            if (!column.getValue().isObject()) {
                return List.of();
            }
            for (Map.Entry<String, JsonNode> cell : column.getValue().properties()) {
                if (!NUMBER.matcher(cell.getKey()).matches()) {
                    return List.of();
                }
                rows.computeIfAbsent(cell.getKey(), number -> JsonNodeFactory.instance.objectNode())
                        .set(column.getKey(), cell.getValue());
            }
        }
        return List.copyOf(rows.values());
    }
}
