package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where the fields of an article stand in the objects of one exporter.
 *
 * @param name of the exporter
 * @param keys paths that all objects of this exporter have, and others have not; empty for a mapping that is asked for
 * @param paths where each field may stand, the best place first
 * @param ignored names of fields that are long and still no text of the article
 */
public record FieldMapping(
        String name, List<FieldPath> keys, Map<ArticleField, List<FieldPath>> paths, List<String> ignored) {
    private static final String ASKED = "--fields";

    /** Says nothing: what is built in holds. */
    public static final FieldMapping NONE = new FieldMapping("none", List.of(), Map.of(), List.of());

    public FieldMapping {
        keys = List.copyOf(keys);
        paths = Map.copyOf(paths);
        ignored = List.copyOf(ignored);
    }

    /**
     * The mapping that a user asks for, as {@code headline=title,text=content.main}.
     *
     * @throws IllegalArgumentException where it is malformed
     */
    public static FieldMapping parse(String text) {
        Map<ArticleField, List<FieldPath>> paths = new EnumMap<>(ArticleField.class);
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
                throw new IllegalArgumentException(
                        "--fields takes pairs as headline=title,text=content.main, not " + part.strip());
            }
            ArticleField field = ArticleField.of(sides[0].strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--fields knows " + allFields() + ", not " + sides[0].strip()));
            paths.computeIfAbsent(field, f -> new ArrayList<>()).add(FieldPath.of(sides[1].strip()));
        }
        return new FieldMapping(ASKED, List.of(), paths, List.of());
    }

    private static String allFields() {
        return Arrays.stream(ArticleField.values()).map(ArticleField::code).collect(Collectors.joining(", "));
    }

    static FieldMapping of(JsonNode declared) {
        Map<ArticleField, List<FieldPath>> paths = new EnumMap<>(ArticleField.class);
        declared.path("fields").properties().forEach(field -> {
            ArticleField known = ArticleField.of(field.getKey())
                    .orElseThrow(() -> new IllegalStateException("no field is called " + field.getKey()));
            paths.put(
                    known, strings(field.getValue()).stream().map(FieldPath::of).toList());
        });
        List<FieldPath> keys =
                strings(declared.path("keys")).stream().map(FieldPath::of).toList();
        return new FieldMapping(declared.path("name").asText(), keys, paths, strings(declared.path("ignored")));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Whether it holds for the objects of every exporter. */
    boolean isGeneral() {
        return keys.isEmpty() && !name.equals(ASKED);
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** The places of a field, as they are written. */
    public List<String> aliases(ArticleField field) {
        return paths(field).stream().map(FieldPath::text).toList();
    }

    /** The paths of the keys, as they are written. */
    public List<String> keyNames() {
        return keys.stream().map(FieldPath::text).toList();
    }

    List<FieldPath> paths(ArticleField field) {
        return paths.getOrDefault(field, List.of());
    }

    /** Whether the object is one of this exporter. */
    boolean matches(ObjectFields fields) {
        return keys.stream().noneMatch(key -> key.in(fields).isMissingNode());
    }
}
