package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.TimedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A story with what its page tells of it.
 *
 * @param articles records of its articles, by id: the newest 500
 * @param changes what happened to it, the last first
 * @param at the moment at which it is looked at, null for now
 * @param later how many of today's articles had not been fetched then
 */
public record StoryPage(
        Story story,
        LineageTree tree,
        Map<String, EnrichedArticle> articles,
        List<TimedChange> changes,
        @Nullable Instant at,
        int later) {
    private static final int MOST = 500;

    static StoryPage now(Story story, IndexQueries newsroom) {
        return new StoryPage(
                story,
                LineageTree.of(story),
                articles(story, newsroom),
                newsroom.changes(story.id(), 100).items(),
                null,
                0);
    }

    /**
     * What was known of a story at a moment: those of its articles that had been fetched, in the grouping of today.
     *
     * @return empty where none had been
     */
    static Optional<StoryPage> at(Instant at, Story story, IndexQueries newsroom) {
        Map<String, EnrichedArticle> articles = articles(story, newsroom);
        List<Story.Member> known = story.articles().stream()
                .filter(m -> articles.containsKey(m.id())
                        && !articles.get(m.id()).article().seen().isAfter(at))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Story then = new Story(
                story.schema(),
                story.id(),
                known.get(0).headline(),
                known.get(0).time(),
                known.get(known.size() - 1).time(),
                known.stream()
                        .flatMap(m -> Optional.ofNullable(m.publisher()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                known,
                List.of());
        return Optional.of(new StoryPage(
                then,
                LineageTree.of(then),
                articles,
                newsroom.changes(story.id(), 100).items().stream()
                        .filter(c -> !c.told().isAfter(at))
                        .toList(),
                at,
                story.articles().size() - known.size()));
    }

    private static Map<String, EnrichedArticle> articles(Story story, IndexQueries newsroom) {
        return newsroom.articles(story.id(), MOST).items().stream()
                .collect(Collectors.toMap(a -> a.article().id(), Function.identity()));
    }

    /** Where a moment lies between the first and the last article, 0.0 to 1.0. */
    public double share(Instant time) {
        long whole = Duration.between(story.first(), story.last()).toMillis();
        return whole <= 0 ? 0 : (double) Duration.between(story.first(), time).toMillis() / whole;
    }

    /** Who published an article of the story. */
    public String nameOf(String id) {
        return story.articles().stream()
                .filter(m -> m.id().equals(id))
                .map(m -> DisplayText.publisher(m.publisher()))
                .findFirst()
                .orElse("an article withdrawn since");
    }

    /** The record of an article, where it is among those that were read. */
    public @Nullable EnrichedArticle article(String id) {
        return articles.get(id);
    }
}
