package io.newsfold.cli.option;

import io.newsfold.contract.Story;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stories are wanted. */
public final class StoryFilter {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "stories with an article of this time or later, as 2026-11-22 or 2026-11-22T06:00:00Z")
    private @Nullable String since;

    @Option(names = "--entity", paramLabel = "NAME|ID", description = "stories that name this entity")
    private @Nullable String entity;

    @Option(names = "--source", paramLabel = "NAME", description = "stories with an article of this publisher")
    private @Nullable String source;

    @Option(names = "--limit", paramLabel = "N", description = "at most N stories, the largest first")
    private @Nullable Integer limit;

    @SuppressWarnings("NullAway.Init")
    public StoryFilter() {}

    /**
     * The stories that are wanted, in the order given.
     *
     * @throws IllegalArgumentException where an option has no sense
     */
    public List<Story> apply(List<Story> stories) {
        Instant from = FilterValue.time("--since", since);
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit takes a number from 1 on, not " + limit);
        }
        Stream<Story> wanted = stories.stream()
                .filter(story -> from == null || !story.last().isBefore(from))
                .filter(story ->
                        source == null || story.sources().stream().anyMatch(name -> FilterValue.isIn(source, name)))
                .filter(story -> entity == null || names(story));
        return (limit == null ? wanted : wanted.limit(limit)).toList();
    }

    private boolean names(Story story) {
        String wanted = String.valueOf(entity);
        return story.articles().stream()
                .flatMap(article -> article.entities().stream())
                .anyMatch(named -> named.id().equals(wanted) || FilterValue.isIn(wanted, named.name()));
    }
}
