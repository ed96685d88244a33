package io.newsfold.enrich.cluster;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import org.jspecify.annotations.Nullable;

/**
 * An article as the clustering keeps it.
 *
 * @param position in the canonical order
 * @param version position of its fingerprint in the order of all fingerprints; the highest is the current one
 * @param language of the clustering that it belongs to
 * @param headline for the story that it may head
 * @param joinsOnly whether it binds no story, by its {@linkplain ArticleKind kind}
 * @param decision null before the first
 * @param withdrawn whether it is withdrawn: kept so that a late message cannot bring it back
 * @param partition of the raw topic that its text came from, to which its lineage goes
 */
public record ClusteredArticle(
        CanonicalPosition position,
        long version,
        String language,
        String headline,
        boolean joinsOnly,
        @Nullable Decision decision,
        boolean withdrawn,
        int partition) {

    /** A version of an article before its first decision. */
    public static ClusteredArticle undecided(
            CanonicalPosition position,
            long version,
            String language,
            String headline,
            boolean joinsOnly,
            int partition) {
        return new ClusteredArticle(position, version, language, headline, joinsOnly, null, false, partition);
    }

    /**
     * The decision on an article.
     *
     * @param story id of its story
     * @param parent earlier article that it most resembles or copies; null for the first of a story
     * @param relation to its parent
     * @param score average similarity to the story, or share of copied wording; 0 for a first
     * @param evidence what it has in common with its parent; null for the first of a story, and for an override of
     *     two articles that have no pair
     * @param byHand whether an override decided it
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

        /** Whether the decisions on other articles are the same with either of the two. */
        boolean hasEffectOf(@Nullable Decision other) {
            return other != null && story.equals(other.story) && isCopy() == other.isCopy();
        }
    }

    /** Article id. */
    public String id() {
        return position.id();
    }

    /** Whether it is decided and counts in the averages of its story. */
    boolean counts() {
        return decision != null && !decision.isCopy() && !joinsOnly;
    }

    ClusteredArticle with(@Nullable Decision newDecision) {
        return new ClusteredArticle(
                position, version, language, headline, joinsOnly, newDecision, withdrawn, partition);
    }
}
