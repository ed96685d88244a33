package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * The way to a value: names of fields with dots between them.
 * {@link ObjectFields} compares the names.
 *
 * @param text as it is written, as {@code source.name}
 * @param steps its names
 */
record FieldPath(String text, List<String> steps) {
    FieldPath {
        steps = List.copyOf(steps);
    }

    static FieldPath of(String text) {
        return new FieldPath(text, List.of(text.split("\\.")));
    }

    /** The value, missing where there is none; of a list on the way, the values of all its elements. */
    JsonNode in(ObjectFields fields) {
        JsonNode whole = fields.get(text);
        if (!whole.isMissingNode() || steps.size() <= 1) {
            return whole;
        }
        JsonNode value = fields.get(steps.get(0));
        for (String step : steps.subList(1, steps.size())) {
            value = step(value, step);
        }
        return value;
    }

    private static JsonNode step(JsonNode value, String name) {
        if (value.isObject()) {
            return ObjectFields.of(value).get(name);
        }
        if (!value.isArray()) {
            return MissingNode.getInstance();
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> {
            JsonNode inner = element.isObject() ? ObjectFields.of(element).get(name) : MissingNode.getInstance();
            if (!inner.isMissingNode()) {
                all.add(inner);
            }
        });
        return all.isEmpty() ? MissingNode.getInstance() : all;
    }
}
