package io.newsfold.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story in its current state, on {@link Topic#STORIES}: all coverage of one event.
 *
 * @param id that of its first article
 * @param headline that of its first article
 * @param inLanguage language of its articles, BCP 47; null in records of earlier builds
 * @param first time of its first article
 * @param last time of its last article
 * @param sources publishers, or the hosts of addresses without one, sorted
 * @param articles in canonical order
 * @param chapters one for each day that has articles, from the first; empty where the story has fewer than eight
 *     articles, or those of one day
 * @param entities by number of articles, then id; at most 20
 * @param sameEvent stories of other languages on the same event, the best first, at most 20
 */
public record Story(
        String schema,
        String id,
        String headline,
        @Nullable String inLanguage,
        Instant first,
        Instant last,
        List<String> sources,
        List<Member> articles,
        List<Chapter> chapters,
        List<Topical> entities,
        List<SameEvent> sameEvent) {

    public static final String SCHEMA = Topic.STORIES.schema();
    private static final int MOST_LINKS = 20;

    @SuppressWarnings("NullAway") // records of earlier builds have no links and no chapters
    public Story {
        sources = List.copyOf(sources);
        articles = List.copyOf(articles);
        chapters = chapters == null ? List.of() : List.copyOf(chapters);
        entities = List.copyOf(entities);
        sameEvent = sameEvent == null ? List.of() : List.copyOf(sameEvent);
    }

    /** The story with links, of which the first twenty are kept. */
    public Story withSameEvent(List<SameEvent> links) {
        return new Story(
                schema,
                id,
                headline,
                inLanguage,
                first,
                last,
                sources,
                articles,
                chapters,
                entities,
                links.subList(0, Math.min(MOST_LINKS, links.size())));
    }

    /** Time of its first article with a date; null where no article has one. */
    public @Nullable Instant firstPublished() {
        return published().findFirst().orElse(null);
    }

    /** Time of its last article with a date; null where no article has one. */
    public @Nullable Instant lastPublished() {
        return published().reduce((earlier, later) -> later).orElse(null);
    }

    private Stream<Instant> published() {
        return articles.stream().filter(Member::hasDate).map(Member::time);
    }

    /**
     * An article of the story.
     *
     * @param time of publication, or of the first fetch where no publication date is known
     * @param undated true where no publication date is known; null where one is
     * @param dayOnly true where the date of publication is a day without a time, in UTC; null elsewhere
     * @param parent the article that it is based on or most resembles; null for the first
     * @param relation to its parent
     * @param score of the decision, as in {@link Lineage.Link}
     * @param credits the origins that it names
     * @param entities its named entities
     * @param taken paragraphs that an earlier article of the story has for the larger part
     * @param adds what no earlier article of the story has
     */
    public record Member(
            String id,
            @Nullable String url,
            String headline,
            @Nullable String publisher,
            Instant time,
            @Nullable Boolean undated,
            @Nullable Boolean dayOnly,
            @Nullable String parent,
            Lineage.Relation relation,
            double score,
            List<Attribution> credits,
            List<Named> entities,
            List<Taken> taken,
            Novelty adds) {
        public Member {
            credits = List.copyOf(credits);
            entities = List.copyOf(entities);
            taken = List.copyOf(taken);
        }

        /** Whether {@link #time} is that of publication. */
        public boolean hasDate() {
            return undated == null || !undated;
        }

        /** Whether the date of publication is a day without a time; records of earlier builds tell it by midnight. */
        public boolean hasDayOnly() {
            return dayOnly == null ? hasDate() && time.equals(time.truncatedTo(ChronoUnit.DAYS)) : dayOnly;
        }
    }

    /**
     * A credit to an origin.
     *
     * @param name of the origin
     * @param article id of the origin's earliest article in the story; null where it has none before this one
     */
    public record Attribution(String name, @Nullable String article) {}

    /**
     * A paragraph that an earlier article has.
     *
     * @param paragraph its number, from 1
     * @param from id of the article that has most of it
     */
    public record Taken(int paragraph, String from) {}

    /**
     * The new content of an article in its story.
     *
     * @param share of its sentences that are new, 0.0 to 1.0, in thousandths
     * @param sentences number of new sentences
     * @param figures new numbers, at most 20
     * @param names new entities by name, at most 20
     */
    public record Novelty(double share, int sentences, List<String> figures, List<String> names) {
        public Novelty {
            figures = List.copyOf(figures);
            names = List.copyOf(names);
        }
    }

    /**
     * What a day brought.
     *
     * @param day in UTC
     * @param article id of its first article, a copy only where all are copies
     * @param headline of that article
     * @param articles number of its articles
     * @param names of entities that no earlier day names, those in most of its articles first, at most five
     * @param figures of three digits or more that no earlier article has, without years, in order of appearance, at most
     *     five
     */
    public record Chapter(
            LocalDate day, String article, String headline, int articles, List<String> names, List<String> figures) {
        public Chapter {
            names = List.copyOf(names);
            figures = List.copyOf(figures);
        }
    }

    /** An entity by id, type and name. */
    public record Named(String id, EntityType type, String name) {}

    /** An entity of the story, and the number of articles that name it. */
    public record Topical(String id, EntityType type, String name, int articles) {}

    /**
     * A story of another language on the same event, and what speaks for it.
     *
     * @param story its id
     * @param inLanguage its language, BCP 47
     * @param headline its headline
     * @param score 0.0 to 1.0, in thousandths; the same in both directions
     * @param entities that both name, with the names of this story
     * @param figures that both give, digits alone
     */
    public record SameEvent(
            String story,
            String inLanguage,
            String headline,
            double score,
            List<Named> entities,
            List<String> figures) {
        public SameEvent {
            entities = List.copyOf(entities);
            figures = List.copyOf(figures);
        }
    }
}
