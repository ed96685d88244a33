package io.newsfold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the world that an article names, or a date or figure that it gives.
 *
 * @param id the same in every article and for every spelling
 * @param name the alias table's, or the fullest name that the article uses
 * @param wikidata {@code Q…} where an alias table knows it and the article leaves no doubt
 * @param candidates the {@code Q…} that the name may mean where the article leaves doubt; sorted, mostly empty
 * @param gazetteer the version of the user's own list where the entity comes from it: the first twelve digits of the SHA-256 of that list
 * @param salience 0.0 to 1.0: how much the article is about it
 * @param mentions in order of appearance
 * @param quotes the quotations that it speaks, quotation marks included, where that is clear
 */
public record Entity(
        String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        List<String> candidates,
        @Nullable String gazetteer,
        double salience,
        List<Mention> mentions,
        List<Mention> quotes) {

    public Entity {
        candidates = List.copyOf(candidates);
        mentions = List.copyOf(mentions);
        quotes = List.copyOf(quotes);
    }

    /** A place in {@code articleBody}: {@code [start, end)} in Unicode code points. */
    public record Mention(int start, int end) {
        public Mention {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("bad span [" + start + ", " + end + ")");
            }
        }
    }
}
