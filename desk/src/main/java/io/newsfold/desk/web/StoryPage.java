package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChapters;
import io.newsfold.desk.index.IndexQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A story with the content of its page.
 *
 * @param story as it is shown
 * @param facts of the whole story
 * @param outline of the chosen articles
 * @param chart of its articles over time
 * @param articles records of its newest 500 articles, by id
 * @param quotes of them
 * @param changes of the story, the last that arrived first
 * @param at the moment that the page shows; null for now
 * @param later articles that were fetched after that moment, by id
 * @param choice which articles are shown
 * @param now when the page was asked for
 */
public record StoryPage(
        Story story,
        StoryFacts facts,
        StoryOutline outline,
        AttentionChart chart,
        Map<String, EnrichedArticle> articles,
        List<StoryQuotes.SpokenQuote> quotes,
        List<StoryChange> changes,
        @Nullable Instant at,
        Map<String, Story.Member> later,
        Choice choice,
        Instant now)
        implements HtmlPage {
    private static final int MAX_ARTICLES = 500;
    private static final int MAX_CHANGES = 100;

    /**
     * Which articles of a story are shown.
     *
     * @param source of the articles; null for all
     * @param day of publication in UTC, or of the fetch of what has no date; null for all
     * @param until the day after the last; null for one day
     */
    public record Choice(
            @Nullable String source,
            @Nullable LocalDate day,
            @Nullable LocalDate until) {
        Predicate<Story.Member> isChosen() {
            return member -> (source == null || DisplayText.source(member).equals(source))
                    && (day == null || isWithin(LocalDate.ofInstant(member.time(), ZoneOffset.UTC), day));
        }

        private boolean isWithin(LocalDate time, LocalDate first) {
            return !time.isBefore(first) && time.isBefore(until == null ? first.plusDays(1) : until);
        }
    }

    static StoryPage now(Story story, IndexQueries queries, Choice choice, Instant now) {
        return of(story, articles(story, queries), queries, choice, null, Map.of(), now);
    }

    /**
     * What was known of a story at a moment: the articles that had been fetched, as they are clustered now.
     *
     * @return empty where no article had been fetched
     */
    static Optional<StoryPage> at(Instant at, Story story, IndexQueries queries, Choice choice, Instant now) {
        Map<String, EnrichedArticle> articles = articles(story, queries);
        Predicate<Story.Member> isKnown = m -> articles.containsKey(m.id())
                && !articles.get(m.id()).article().seen().isAfter(at);
        List<Story.Member> known = story.articles().stream().filter(isKnown).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Story.Member> later = story.articles().stream()
                .filter(isKnown.negate())
                .collect(Collectors.toMap(Story.Member::id, Function.identity()));
        return Optional.of(of(storyOf(known, story), articles, queries, choice, at, later, now));
    }

    private static StoryPage of(
            Story story,
            Map<String, EnrichedArticle> articles,
            IndexQueries queries,
            Choice choice,
            @Nullable Instant at,
            Map<String, Story.Member> later,
            Instant now) {
        return new StoryPage(
                story,
                StoryFacts.of(story),
                StoryOutline.of(story, choice.isChosen()),
                AttentionChart.of(
                        days(story),
                        story.articles().size(),
                        (from, until) -> address(story, at, new Choice(choice.source(), from, until))),
                articles,
                StoryQuotes.of(story, articles),
                queries.changes(story.id(), MAX_CHANGES).items().stream()
                        .filter(change -> at == null || !change.time().isAfter(at))
                        .toList(),
                at,
                later,
                choice,
                now);
    }

    private static SortedMap<Long, Long> days(Story story) {
        SortedMap<Long, Long> days = new TreeMap<>();
        story.articles().stream()
                .filter(Story.Member::hasDate)
                .forEach(member -> days.merge(
                        LocalDate.ofInstant(member.time(), ZoneOffset.UTC).toEpochDay(), 1L, Long::sum));
        return days;
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

    /** Whether some articles are left out by choice. */
    public boolean isPart() {
        return choice.source() != null || choice.day() != null;
    }

    /** Address of the story as it is known at this moment, to the second. */
    public String ofThisMoment() {
        return "/stories/" + story.id() + "?at="
                + now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** Address of the articles of a source, in the days that are chosen. */
    public String ofSource(String source) {
        return address(story, at, new Choice(source, choice.day(), choice.until()));
    }

    /** Address of the articles of a day, of the source that is chosen. */
    public String ofDay(LocalDate day) {
        return address(story, at, new Choice(choice.source(), day, null));
    }

    /** Address of all articles, at the moment that the page shows. */
    public String whole() {
        return address(story, at, new Choice(null, null, null));
    }

    private static String address(Story story, @Nullable Instant at, Choice choice) {
        Map<String, String> query = new TreeMap<>();
        if (at != null) {
            query.put("at", at.toString());
        }
        if (choice.source() != null) {
            query.put("source", choice.source());
        }
        if (choice.day() != null) {
            query.put("day", choice.day().toString());
        }
        if (choice.until() != null) {
            query.put("until", choice.until().toString());
        }
        return ResourceRequest.address("/stories/" + story.id(), query);
    }

    /** Whether an article is among those that are shown. */
    public boolean isShown(Story.Member member) {
        return choice.isChosen().test(member) && !isLater(member.id());
    }

    /** An article of the story, of those known later too; null where it was withdrawn. */
    public Story.@Nullable Member member(String id) {
        return story.articles().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElse(later.get(id));
    }

    /** Whether an article was fetched only after the moment that the page shows. */
    public boolean isLater(String id) {
        return later.containsKey(id);
    }

    /** The record of an article; null where it is not among the newest 500. */
    public @Nullable EnrichedArticle article(String id) {
        return articles.get(id);
    }
}
