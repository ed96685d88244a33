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
 * @param resolution why it is this one of those that a table of entities has for the name; null where no table decided
 * @param geo where it is; null for all but places of a table
 * @param relatedTo {@code Q…} of the country from whose name that of a nationality comes; null for all else
 * @param gazetteer version of the user's gazetteer if the entity comes from it: the first twelve digits of its SHA-256
 * @param salience 0.0 to 1.0: share of the article that is about it
 * @param mentions in order of appearance
 * @param quotes quotations of which it is the certain speaker
 */
public record Entity(
        String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        List<String> candidates,
        @Nullable Resolution resolution,
        @Nullable GeoPoint geo,
        @Nullable String relatedTo,
        @Nullable String gazetteer,
        double salience,
        List<Mention> mentions,
        List<Quote> quotes) {

    public Entity {
        candidates = List.copyOf(candidates);
        mentions = List.copyOf(mentions);
        quotes = List.copyOf(quotes);
    }

    /**
     * How a name was resolved to an entity of a table.
     *
     * @param score of the entity; the higher, the more speaks for it
     * @param evidence what speaks for it: how the name fits, words of its description and entities related to it in the
     *     article, how well known it is
     * @param rivals other entities of the name, the best first, three at most
     * @param table version of the table
     */
    public record Resolution(double score, List<String> evidence, List<Rival> rivals, String table) {
        public Resolution {
            evidence = List.copyOf(evidence);
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * An entity that has the name too.
     *
     * @param id {@code Q…}, or the id of another source
     */
    public record Rival(String id, String name, double score) {}

    /**
     * A quotation, with its quotation marks.
     *
     * @param verb the word that shows who speaks: {@code said}; null in records of earlier builds
     */
    public record Quote(
            @JsonPropertyDescription("number of Unicode code points of articleBody before it")
            int start,

            @JsonPropertyDescription("number of Unicode code points of articleBody up to its end")
            int end,

            @Nullable String verb) {}

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
