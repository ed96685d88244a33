package io.newsfold.cli.option;

import io.newsfold.contract.Story;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stories are wanted: those with an article that is. */
public final class StoryFilter {
    @Mixin
    private SinceOption since = new SinceOption();

    @Mixin
    private ContentFilter content = new ContentFilter();

    @Option(names = "--limit", paramLabel = "N", description = "at most N stories, the largest first")
    private @Nullable Integer limit;

    public StoryFilter() {}

    /** The source or entity that was probably meant, as a question; empty where none is near. */
    public String suggestion() {
        return content.suggestion().map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** @throws IllegalArgumentException where an option has no sense */
    public void check() {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit takes a number from 1 on, not " + limit);
        }
    }

    /** The stories that are wanted, in the order given. */
    public List<Story> apply(List<Story> stories) {
        Stream<Story> wanted = stories.stream()
                .filter(story -> since.isNotAfter(story.lastPublished()))
                .filter(story -> content.isBy(story.sources()))
                .filter(story -> content.names(() -> names(story)));
        return (limit == null ? wanted : wanted.limit(limit)).toList();
    }

    private static Stream<Map.Entry<String, String>> names(Story story) {
        return story.articles().stream()
                .flatMap(article -> article.entities().stream())
                .map(named -> Map.entry(named.id(), named.name()));
    }
}
