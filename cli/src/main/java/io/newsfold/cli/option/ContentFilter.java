package io.newsfold.cli.option;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an article, or an article of a story, is chosen for. */
public final class ContentFilter {
    @Option(names = "--source", paramLabel = "NAME", description = "only what is by this publisher")
    private @Nullable String source;

    @Option(names = "--entity", paramLabel = "NAME|ID", description = "only what names this entity")
    private @Nullable String entity;

    public ContentFilter() {}

    boolean isBy(Collection<String> publishers) {
        return source == null || publishers.stream().anyMatch(name -> isIn(source, name));
    }

    /** @param names by the id of their entity */
    boolean names(Supplier<Stream<Map.Entry<String, String>>> names) {
        return entity == null
                || names.get().anyMatch(named -> named.getKey().equals(entity) || isIn(entity, named.getValue()));
    }

    /** Whether the name has the wanted words in it, whatever their case. */
    private static boolean isIn(String wanted, String name) {
        return name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
