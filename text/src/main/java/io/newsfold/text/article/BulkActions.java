package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a bulk request to a search engine apart: a line that says what to do, then the document. Any other
 * value passes unchanged. Confined to one sequence of values.
 */
public final class BulkActions {
    private static final Set<String> ACTIONS = Set.of("index", "create", "update");
    private static final String DELETE = "delete";

    private @Nullable String id;

    public BulkActions() {}

    /** The article in the next value; empty where the value is an action. */
    public Optional<JsonNode> next(JsonNode value) {
        if (isAction(value)) {
            boolean hasDocument = !value.has(DELETE);
            String given = value.elements().next().path("_id").asText();
            id = hasDocument ? given : null;
            return Optional.empty();
        }
        if (id == null || !value.isObject()) {
            return Optional.of(value);
        }
        JsonNode document = value.path("doc").isObject() ? value.path("doc") : value;
        JsonNode hit = ArticleNodes.hit(id, document);
        id = null;
        return Optional.of(hit);
    }

    private static boolean isAction(JsonNode value) {
        if (value.size() != 1 || !value.isObject()) {
            return false;
        }
        String name = value.fieldNames().next();
        JsonNode details = value.elements().next();
        return (ACTIONS.contains(name) || name.equals(DELETE))
                && details.isObject()
                && StreamSupport.stream(details.properties().spliterator(), false)
                        .allMatch(field -> isDetail(field.getKey(), field.getValue()));
    }

    private static boolean isDetail(String name, JsonNode value) {
        return name.startsWith("_")
                || !value.isContainerNode()
                        && Set.of("routing", "pipeline", "version", "require_alias")
                                .contains(name);
    }
}
