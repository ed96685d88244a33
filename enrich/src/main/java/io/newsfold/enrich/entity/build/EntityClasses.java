package io.newsfold.enrich.entity.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the instances of Wikidata's classes are: what the nearest known class above them says. Not thread-safe. */
final class EntityClasses {
    /** Every item is one in the end, so it says nothing. */
    private static final long ENTITY = 35120;

    /** Chains of classes are shorter, or go round in a circle. */
    private static final int LONGEST_CHAIN = 12;

    private final Map<Long, Kind> known = new HashMap<>();
    private final Map<Long, Kind> found = new HashMap<>();
    private final IdPairs superclasses;

    /**
     * What a class says of its instances.
     *
     * @param steps number of classes between, 0 for a known class itself
     * @param order the line of the known class, where two are as near
     * @param type {@code -} for what news does not name; empty where no class says anything
     */
    private record Kind(int steps, int order, String type) implements Comparable<Kind> {
        private static final Kind NONE = new Kind(Integer.MAX_VALUE, Integer.MAX_VALUE, "");

        @Override
        public int compareTo(Kind other) {
            return steps == other.steps ? Integer.compare(order, other.order) : Integer.compare(steps, other.steps);
        }
    }

    /** @param superclasses class and the class of which it is a subclass */
    EntityClasses(IdPairs superclasses) {
        this.superclasses = superclasses;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EntityTable.class.getResourceAsStream("classes.tsv")), UTF_8))) {
            List<String> lines =
                    in.lines().filter(line -> !line.startsWith("#")).toList();
            for (String line : lines) {
                String[] columns = line.split("\t");
                known.put(Long.parseLong(columns[0].substring(1)), new Kind(0, known.size(), columns[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the table keeps an item of these classes: it is of a type, or nothing is known of it. */
    boolean isKept(List<Long> classes) {
        Kind kind = kind(classes);
        boolean saysNothing = classes.isEmpty() || classes.equals(List.of(ENTITY));
        return kind.type().isEmpty() ? saysNothing : !kind.type().equals("-");
    }

    /** The type of an item of these classes; null where they say nothing. */
    @Nullable
    EntityType type(List<Long> classes) {
        Kind kind = kind(classes);
        return kind.type().isEmpty() || kind.type().equals("-") ? null : EntityReader.type(kind.type());
    }

    private Kind kind(List<Long> classes) {
        Kind nearest = Kind.NONE;
        for (long item : classes) {
            Kind kind = found.computeIfAbsent(item, this::search);
            nearest = kind.compareTo(nearest) < 0 ? kind : nearest;
        }
        return nearest;
    }

    /** Searches level by level. */
    private Kind search(long start) {
        Set<Long> seen = new LinkedHashSet<>(Set.of(start));
        Set<Long> level = Set.of(start);
        for (int steps = 0; steps < LONGEST_CHAIN && !level.isEmpty(); steps++) {
            Kind nearest = Kind.NONE;
            Set<Long> above = new LinkedHashSet<>();
            for (long item : level) {
                Kind here = known.get(item);
                if (here != null) {
                    Kind kind = new Kind(steps, here.order(), here.type());
                    nearest = kind.compareTo(nearest) < 0 ? kind : nearest;
                }
                superclasses.above(item).stream().filter(seen::add).forEach(above::add);
            }
            if (!nearest.type().isEmpty()) {
                return nearest;
            }
            level = above;
        }
        return Kind.NONE;
    }
}
