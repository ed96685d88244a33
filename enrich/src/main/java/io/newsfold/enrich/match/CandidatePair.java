package io.newsfold.enrich.match;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The scores of an article and another, kept with each of the two. Both have the same scores.
 *
 * @param other position of the other article, when it was compared
 * @param version of the article that keeps the pair, when it was compared
 * @param otherVersion of the other article, when it was compared
 * @param copyScore 0.0 to 1.0, in millionths
 * @param storyScore 0.0 to 1.0, in millionths
 * @param rareNames number of rare names that both have among their weightiest words, 0 to 100
 * @param evidence for the explanation, without a threshold, which the decision adds; null with the earlier of the two,
 *     whose decision never rests on the pair, and where the pair is too weak to explain anything
 */
public record CandidatePair(
        CanonicalPosition other,
        long version,
        long otherVersion,
        double copyScore,
        double storyScore,
        int rareNames,
        @Nullable Evidence evidence) {

    public CandidatePair withoutEvidence() {
        return new CandidatePair(other, version, otherVersion, copyScore, storyScore, rareNames, null);
    }

    /** The pair as the other article keeps it; {@code position} is that of the article that keeps this one. */
    public CandidatePair reversed(CanonicalPosition position) {
        return new CandidatePair(position, otherVersion, version, copyScore, storyScore, rareNames, evidence);
    }
}
