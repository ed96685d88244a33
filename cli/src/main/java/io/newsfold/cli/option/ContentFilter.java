package io.newsfold.cli.option;

import io.newsfold.text.spelling.EditDistance;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an article, or an article of a story, is chosen for. Not thread-safe. */
public final class ContentFilter {
    private static final int LONGEST = 40;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "only what is by a publisher whose name has this in it")
    private @Nullable String source;

    @Option(
            names = "--entity",
            paramLabel = "NAME|ID",
            description = "only what names an entity whose name has this in it, or the entity with this id")
    private @Nullable String entity;

    private @Nullable String nearest;
    private int nearestDistance = Integer.MAX_VALUE;

    public ContentFilter() {}

    boolean isBy(Collection<String> publishers) {
        return source == null || publishers.stream().anyMatch(name -> isIn(source, name));
    }

    /** @param names by the id of their entity */
    boolean names(Supplier<Stream<Map.Entry<String, String>>> names) {
        return entity == null
                || names.get().anyMatch(named -> named.getKey().equals(entity) || isIn(entity, named.getValue()));
    }

    /** Of the names that were looked at in vain, the one that was probably meant; empty where none is near. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(nearest);
    }

    /** Whether the name has the wanted words in it, whatever their case. */
    private boolean isIn(String wanted, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = wanted.toLowerCase(Locale.ROOT);
        if (lower.contains(plain)) {
            return true;
        }
        Stream.concat(Stream.of(lower), Stream.of(lower.split(" "))).forEach(part -> compare(plain, part, name));
        return false;
    }

    private void compare(String wanted, String part, String name) {
        boolean mayBeNear = part.length() <= LONGEST && Math.abs(part.length() - wanted.length()) <= 2;
        int distance = mayBeNear ? EditDistance.of(wanted, part) : Integer.MAX_VALUE;
        if (distance <= Math.max(1, wanted.length() / 3) && distance < nearestDistance) {
            nearest = name;
            nearestDistance = distance;
        }
    }
}
