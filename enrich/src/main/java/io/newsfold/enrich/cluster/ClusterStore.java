package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.match.CandidatePair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The state of the clustering: articles, pairs, members of stories and overrides. Used by one thread at a time. */
public interface ClusterStore {
    /** An article; withdrawn ones are included. */
    Optional<ClusteredArticle> article(String id);

    void put(ClusteredArticle article);

    /** All pairs of an article in canonical order of the others; outdated ones are included. */
    Collection<CandidatePair> pairs(String id);

    /** The pairs of an article whose other article comes after {@code position}. */
    Collection<CandidatePair> pairsAfter(String id, CanonicalPosition position);

    /** Adds or replaces the pair of the article {@code id} with the article at {@code pair.other()}. */
    void putPair(String id, CandidatePair pair);

    void removePair(String id, CanonicalPosition other);

    /** Members of a story in canonical order; empty for a former story. */
    Collection<Member> members(String story);

    void putMember(String story, Member member);

    void removeMember(String story, CanonicalPosition position);

    /** The overrides that concern an article; revoked ones are included. */
    List<LineageOverride> overrides(String id);

    /** Adds an override, in place of the older one on the same two articles and matter. */
    void putOverride(LineageOverride override);

    /** The last position in canonical order that was ever put; empty before the first. */
    Optional<CanonicalPosition> last();

    /** The other article of a pair; empty where it is withdrawn or has another version than the pair. */
    default Optional<ClusteredArticle> currentOther(CandidatePair pair) {
        return article(pair.other().id()).filter(other -> !other.withdrawn() && other.version() == pair.otherVersion());
    }

    /**
     * A member of a story.
     *
     * @param position of the article
     * @param counts whether it counts in the averages of those that may join
     */
    record Member(CanonicalPosition position, boolean counts) {}
}
