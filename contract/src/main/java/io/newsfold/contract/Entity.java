package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the world that an article names, or a date or figure in it.
 *
 * @param id the same in every article and for every spelling
 * @param name the alias table's, or the fullest name that the article uses
 * @param wikidata {@code Q…} if an alias table has it and the article leaves no doubt
 * @param candidates possible {@code Q…} of an ambiguous name; sorted, mostly empty
 * @param gazetteer version of the user's gazetteer if the entity comes from it: the first twelve digits of its SHA-256
 * @param salience 0.0 to 1.0: share of the article that is about it
 * @param mentions in order of appearance
 * @param quotes quotations of which it is the certain speaker, with quotation marks
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
    public record Mention(
            @JsonPropertyDescription("number of Unicode code points of articleBody before it")
            int start,

            @JsonPropertyDescription("number of Unicode code points of articleBody up to its end")
            int end) {
        public Mention {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("bad span [" + start + ", " + end + ")");
            }
        }
    }
}
