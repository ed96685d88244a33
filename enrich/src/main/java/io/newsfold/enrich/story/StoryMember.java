package io.newsfold.enrich.story;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of the story, reduced to what the story needs.
 *
 * @param inLanguage language of the text, BCP 47; null in what earlier builds stored
 * @param undated true where no publication date is known; null where one is
 * @param dayOnly true where the date of publication is a day; null elsewhere
 * @param seen when the article was first fetched
 * @param parent id of the article that it copies or most resembles; null for the first
 * @param credits names of the origins that it credits
 * @param entities named entities only
 * @param digest of the text
 * @param doubtful whether it may be no article, so that its publisher is no source of the story
 */
public record StoryMember(
        String id,
        @Nullable String url,
        String headline,
        @Nullable String inLanguage,
        @Nullable String publisher,
        Instant time,
        @Nullable Boolean undated,
        @Nullable Boolean dayOnly,
        Instant seen,
        @Nullable String parent,
        Relation relation,
        double score,
        List<String> credits,
        List<Named> entities,
        TextDigest digest,
        boolean doubtful) {
    public StoryMember {
        credits = List.copyOf(credits);
        entities = List.copyOf(entities);
    }

    CanonicalPosition position() {
        return new CanonicalPosition(time, seen, id);
    }
}
