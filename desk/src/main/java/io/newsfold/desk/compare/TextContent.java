package io.newsfold.desk.compare;

import io.newsfold.contract.Entity;
import io.newsfold.contract.Story.Named;
import io.newsfold.text.Figures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The figures and names of a text.
 *
 * @param text headline and body
 * @param figures numbers in digits
 * @param names entities with names, in the order in which they came
 */
public record TextContent(String text, SortedSet<String> figures, List<Entity> names) {
    /**
     * What only one of two texts has.
     *
     * @param figures sorted
     * @param names that the other text neither has as an entity nor spells
     */
    public record Own(List<String> figures, List<Named> names) {
        public Own {
            figures = List.copyOf(figures);
            names = List.copyOf(names);
        }
    }

    public TextContent {
        names = List.copyOf(names);
    }

    /** A text whose entities are known. */
    public static TextContent tagged(String text, List<Entity> entities) {
        return new TextContent(text, Figures.of(text), named(entities));
    }

    /** A text whose entities are not known: of those that may be in it, the ones whose names it spells. */
    public static TextContent untagged(String text, List<Entity> possible) {
        SpelledNames spelled = new SpelledNames(text);
        Set<String> seen = new HashSet<>();
        return new TextContent(
                text,
                Figures.of(text),
                named(possible).stream()
                        .filter(entity -> spelled.has(entity.name()) && seen.add(entity.id()))
                        .toList());
    }

    private static List<Entity> named(List<Entity> entities) {
        return entities.stream().filter(entity -> entity.type().isNamed()).toList();
    }

    /** What this text has and the other does not. */
    public Own without(TextContent other) {
        Set<String> ids = other.names().stream().map(Entity::id).collect(Collectors.toSet());
        SpelledNames spelled = new SpelledNames(other.text());
        return new Own(
                figures.stream().filter(f -> !other.figures().contains(f)).toList(),
                names.stream()
                        .filter(entity -> !ids.contains(entity.id()) && !spelled.has(entity.name()))
                        .map(entity -> new Named(entity.id(), entity.type(), entity.name()))
                        .toList());
    }
}
