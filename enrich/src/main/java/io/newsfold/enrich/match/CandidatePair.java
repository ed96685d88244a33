package io.newsfold.enrich.match;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The likeness of two articles, as one of them sees it. Both see the same scores.
 *
 * @param other place of the other article, when it was compared
 * @param version of the article that sees it, when it was compared
 * @param otherVersion of the other article, when it was compared
 * @param copyScore 0.0 to 1.0, in millionths
 * @param storyScore 0.0 to 1.0, in millionths
 * @param evidence for the explanation, its threshold filled in by the decision; null for the earlier of the two, which never explains itself by it, and where the
 *     pair is too weak to explain anything
 */
public record CandidatePair(
        CanonicalPosition other,
        long version,
        long otherVersion,
        double copyScore,
        double storyScore,
        @Nullable Evidence evidence) {

    public CandidatePair withoutEvidence() {
        return new CandidatePair(other, version, otherVersion, copyScore, storyScore, null);
    }

    /** The same pair as the article at {@code place}, which sees this one, is seen by the other. */
    public CandidatePair seenFrom(CanonicalPosition place) {
        return new CandidatePair(place, otherVersion, version, copyScore, storyScore, evidence);
    }
}
