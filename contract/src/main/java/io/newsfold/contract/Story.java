package io.newsfold.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as it stands, on {@link Topic#STORIES}: all coverage of one event.
 *
 * @param id that of its first article
 * @param headline that of its first article
 * @param first time of its first article
 * @param last time of its last article
 * @param sources publishers, sorted
 * @param articles in canonical order
 * @param entities by number of articles, then id; at most 20
 */
public record Story(
        String schema,
        String id,
        String headline,
        Instant first,
        Instant last,
        List<String> sources,
        List<Member> articles,
        List<Topical> entities) {

    public static final String SCHEMA = "newsfold/story/1";

    public Story {
        sources = List.copyOf(sources);
        articles = List.copyOf(articles);
        entities = List.copyOf(entities);
    }

    /**
     * An article of the story.
     *
     * @param parent the article that it is based on or most resembles; null for the first
     * @param credits whom it names as an origin
     * @param taken paragraphs that stand, for the larger part, in an earlier article of the story
     * @param adds what it has that no earlier article of the story has
     */
    public record Member(
            String id,
            @Nullable String url,
            String headline,
            @Nullable String publisher,
            Instant time,
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
    }

    /**
     * A credit to an origin.
     *
     * @param article the origin's earliest article in the story; null where it has none before this one
     */
    public record Attribution(String name, @Nullable String article) {}

    /**
     * A paragraph that was there before.
     *
     * @param paragraph its number, from 1
     * @param from the earliest article that has the larger part of it
     */
    public record Taken(int paragraph, String from) {}

    /**
     * What an article adds to its story.
     *
     * @param share of its sentences that are new, 0.0 to 1.0
     * @param sentences how many these are
     * @param figures new numbers, at most 20
     * @param names new entities by name, at most 20
     */
    public record Novelty(double share, int sentences, List<String> figures, List<String> names) {
        public Novelty {
            figures = List.copyOf(figures);
            names = List.copyOf(names);
        }
    }

    /** An entity by id, type and name. */
    public record Named(String id, EntityType type, String name) {}

    /** An entity of the story, and how many of its articles name it. */
    public record Topical(String id, EntityType type, String name, int articles) {}
}
