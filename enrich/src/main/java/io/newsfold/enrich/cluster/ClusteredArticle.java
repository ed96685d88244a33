package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What the reading knows of an article.
 *
 * @param place in the canonical order
 * @param version position of its fingerprint in the order of all fingerprints; the highest is the current one
 * @param language of the reading that it belongs to
 * @param headline for the story that it may head
 * @param decision null until it is read for the first time
 * @param gone whether it was withdrawn: kept so that a late message cannot bring it back
 */
public record ClusteredArticle(
        CanonicalPosition place,
        long version,
        String language,
        String headline,
        @Nullable Decision decision,
        boolean gone) {

    /**
     * What was decided of an article.
     *
     * @param story id of its story
     * @param parent earlier article that it most resembles or copies; null for the first of a story
     * @param score likeness to the story on average, or share of copied wording; 0 for a first
     * @param evidence what it has in common with its parent; null for the first of a story, and where only a person saw anything in common
     * @param byHand whether a person decided it
     */
    public record Decision(
            String story,
            @Nullable String parent,
            Relation relation,
            double score,
            @Nullable Evidence evidence,
            boolean byHand) {
        boolean isCopy() {
            return relation == Relation.COPY;
        }

        /** Whether other articles' decisions cannot tell the two apart. */
        boolean weighsLike(@Nullable Decision other) {
            return other != null && story.equals(other.story) && isCopy() == other.isCopy();
        }
    }

    public String id() {
        return place.id();
    }

    ClusteredArticle with(@Nullable Decision newDecision) {
        return new ClusteredArticle(place, version, language, headline, newDecision, gone);
    }
}
