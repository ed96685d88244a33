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

    /** An article of the story. */
    public record Member(
            String id,
            @Nullable String url,
            String headline,
            @Nullable String publisher,
            Instant time,
            @Nullable String parent,
            Lineage.Relation relation,
            double score,
            List<String> credits,
            List<Named> entities) {
        public Member {
            credits = List.copyOf(credits);
            entities = List.copyOf(entities);
        }
    }

    /** An entity by id, type and name. */
    public record Named(String id, EntityType type, String name) {}

    /** An entity of the story, and how many of its articles name it. */
    public record Topical(String id, EntityType type, String name, int articles) {}
}
