package io.newsfold.enrich.thread;

import io.newsfold.contract.Lineage.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The likeness of two articles, as one of them sees it. Both see the same scores.
 *
 * @param other the other article
 * @param version of the article that sees it, when it was compared
 * @param otherVersion of the other article, when it was compared
 * @param copyScore 0.0 to 1.0
 * @param storyScore 0.0 to 1.0
 * @param evidence for the explanation, its threshold filled in by the decision; null for the earlier of the two, which never explains itself by it
 */
public record Pair(
        String other,
        long version,
        long otherVersion,
        double copyScore,
        double storyScore,
        @Nullable Evidence evidence) {

    Pair withoutEvidence() {
        return new Pair(other, version, otherVersion, copyScore, storyScore, null);
    }

    /** The same pair as {@code id}, the article that sees this one, is seen by the other. */
    public Pair seenFrom(String id) {
        return new Pair(id, otherVersion, version, copyScore, storyScore, evidence);
    }
}
