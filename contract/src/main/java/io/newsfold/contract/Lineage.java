package io.newsfold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands among the others, on {@link Topic#LINEAGE}.
 *
 * @param id article id
 * @param story its story
 * @param isBasedOn the article whose wording it takes; null unless it is a copy
 * @param lineage its place inside the story
 */
public record Lineage(String id, StoryRef story, @Nullable String isBasedOn, Link lineage) {

    /** What an article does in its story. */
    public enum Relation {
        FIRST,
        STORY,
        COPY
    }

    /** A story by id and headline; both are those of its first article. */
    public record StoryRef(String id, String headline) {}

    /**
     * An article's tie to the one before it.
     *
     * @param parent the earlier article that it most resembles, or copies; null for the first of a story
     * @param score what the decision rests on, 0.0 to 1.0: likeness to the story's members on average, or share of copied wording; 0 for a first
     * @param evidence what the two have in common; null for the first of a story, and where only a person saw anything in common
     * @param byHand whether a person decided it, by an override
     */
    public record Link(
            @Nullable String parent,
            Relation relation,
            double score,
            @Nullable Evidence evidence,
            boolean byHand) {}

    /**
     * What a pair of articles has in common.
     *
     * @param copyScore share of the shorter text's wording that stands in the longer, 0.0 to 1.0
     * @param storyScore likeness, 0.0 to 1.0
     * @param threshold what the score of the decision had to reach
     * @param terms up to eight, heaviest first
     * @param numbers up to eight figures of both
     */
    public record Evidence(
            double copyScore, double storyScore, double threshold, List<String> terms, List<String> numbers) {
        public Evidence {
            terms = List.copyOf(terms);
            numbers = List.copyOf(numbers);
        }
    }
}
