package io.newsfold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of an article and its relation to an earlier one, on {@link Topic#LINEAGE}.
 *
 * @param id article id
 * @param story the story that it belongs to
 * @param isBasedOn the article whose wording it takes; null unless it is a copy
 * @param lineage its link inside the story
 */
public record Lineage(
        String schema, String id, StoryRef story, @Nullable String isBasedOn, Link lineage) {

    public static final String SCHEMA = Topic.LINEAGE.schema();

    /** The relation of an article to its parent. */
    public enum Relation {
        /** The first article of its story; it has no parent. */
        FIRST,
        /** A report of the same event. */
        STORY,
        /** A text whose wording is that of its parent. */
        COPY
    }

    /** A story by id and headline; both are those of its first article. */
    public record StoryRef(String id, String headline) {}

    /**
     * The link of an article to an earlier one.
     *
     * @param parent the earlier article that it most resembles, or copies; null for the first of a story
     * @param relation to its parent
     * @param score the score of the decision, 0.0 to 1.0: average similarity to the story, or share of copied wording;
     *     0 for a first
     * @param evidence what the two have in common; null for the first of a story, and for an override of two articles
     *     that have no pair
     * @param byHand whether an override decided it
     */
    public record Link(
            @Nullable String parent,
            Relation relation,
            double score,
            @Nullable Evidence evidence,
            boolean byHand) {}

    /**
     * The evidence for a link: what two articles have in common.
     *
     * @param copyScore share of the shorter text's wording that the longer has, 0.0 to 1.0
     * @param storyScore how likely both report one event, 0.0 to 1.0
     * @param threshold the least score that the decision asked for
     * @param terms up to eight shared terms, heaviest first
     * @param numbers up to eight shared numbers
     */
    public record Evidence(
            double copyScore, double storyScore, double threshold, List<String> terms, List<String> numbers) {
        public Evidence {
            terms = List.copyOf(terms);
            numbers = List.copyOf(numbers);
        }
    }
}
