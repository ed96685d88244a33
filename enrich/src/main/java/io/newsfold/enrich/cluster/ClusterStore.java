package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.match.CandidatePair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the reading keeps nodes, pairs, the members of stories and what people said. Used by one thread at a time. */
public interface ClusterStore {
    /** The node of an article, withdrawn ones too. */
    Optional<ClusteredArticle> node(String id);

    void put(ClusteredArticle node);

    /** All pairs that an article sees, in the order of the others' places, outdated ones too. */
    Collection<CandidatePair> pairs(String id);

    /** Those of them whose other article comes after {@code place}. */
    Collection<CandidatePair> pairsAfter(String id, CanonicalPosition place);

    /** Adds or replaces what {@code id} sees of the article at {@code pair.other()}. */
    void putPair(String id, CandidatePair pair);

    void removePair(String id, CanonicalPosition other);

    /** Members of a story in canonical order; empty for a story that is no more. */
    Collection<Member> members(String story);

    void putMember(String story, Member member);

    void removeMember(String story, CanonicalPosition place);

    /** What people said of an article, taken-back things too. */
    List<LineageOverride> overrides(String id);

    /** Adds an override, in place of the older one on the same two articles and matter. */
    void putOverride(LineageOverride override);

    /** The last place in the canonical order that was ever put; empty before the first. */
    Optional<CanonicalPosition> last();

    /**
     * A member of a story.
     *
     * @param isCopy whether it counts in no average
     */
    record Member(CanonicalPosition place, boolean isCopy) {}
}
