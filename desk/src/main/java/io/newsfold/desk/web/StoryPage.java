package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChapters;
import io.newsfold.desk.index.IndexQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A story with the content of its page.
 *
 * @param story as it is shown
 * @param tree its lineage
 * @param articles records of its newest 500 articles, by id
 * @param changes of the story, the last that arrived first
 * @param at the moment that the page shows; null for now
 * @param later number of articles that were fetched after that moment
 * @param needsToken whether forms have a field for the token
 */
public record StoryPage(
        Story story,
        LineageTree tree,
        Map<String, EnrichedArticle> articles,
        List<StoryChange> changes,
        @Nullable Instant at,
        int later,
        boolean needsToken)
        implements HtmlPage {
    private static final int MAX_ARTICLES = 500;
    private static final int MAX_CHANGES = 100;

    static StoryPage now(Story story, IndexQueries queries, boolean needsToken) {
        return new StoryPage(
                story,
                LineageTree.of(story),
                articles(story, queries),
                queries.changes(story.id(), MAX_CHANGES).items(),
                null,
                0,
                needsToken);
    }

    /**
     * What was known of a story at a moment: the articles that had been fetched, as they are clustered now.
     *
     * @return empty where no article had been fetched
     */
    static Optional<StoryPage> at(Instant at, Story story, IndexQueries queries, boolean needsToken) {
        Map<String, EnrichedArticle> articles = articles(story, queries);
        List<Story.Member> known = story.articles().stream()
                .filter(m -> articles.containsKey(m.id())
                        && !articles.get(m.id()).article().seen().isAfter(at))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Story then = storyOf(known, story);
        return Optional.of(new StoryPage(
                then,
                LineageTree.of(then),
                articles,
                queries.changes(story.id(), MAX_CHANGES).items().stream()
                        .filter(c -> !c.time().isAfter(at))
                        .toList(),
                at,
                story.articles().size() - known.size(),
                needsToken));
    }

    private static Story storyOf(List<Story.Member> known, Story story) {
        return new Story(
                story.schema(),
                story.id(),
                known.get(0).headline(),
                story.inLanguage(),
                known.get(0).time(),
                known.get(known.size() - 1).time(),
                known.stream()
                        .flatMap(m -> SourceName.of(m.publisher(), m.url()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                known,
                StoryChapters.of(known),
                List.of(),
                List.of());
    }

    private static Map<String, EnrichedArticle> articles(Story story, IndexQueries queries) {
        return queries.articles(story.id(), MAX_ARTICLES).items().stream()
                .collect(Collectors.toMap(a -> a.article().id(), Function.identity()));
    }

    @Override
    public String template() {
        return "story";
    }

    /** The position of a moment between the first and the last article, 0.0 to 1.0. */
    public double share(Instant time) {
        long whole = Duration.between(story.first(), story.last()).toMillis();
        return whole <= 0 ? 0 : (double) Duration.between(story.first(), time).toMillis() / whole;
    }

    /** The publisher of an article of the story. */
    public String publisherOf(String id) {
        return story.articles().stream()
                .filter(m -> m.id().equals(id))
                .map(m -> DisplayText.source(m))
                .findFirst()
                .orElse("an article withdrawn since");
    }

    /** The record of an article; null where it is not among the newest 500. */
    public @Nullable EnrichedArticle article(String id) {
        return articles.get(id);
    }
}
