package io.newsfold.enrich.thread;

import java.util.List;
import java.util.Optional;

/** Where the reading keeps nodes, pairs and the members of stories. Used by one thread at a time. */
public interface Ledger {
    /** The node of an article, withdrawn ones too. */
    Optional<Node> node(String id);

    void put(Node node);

    /** All pairs that an article sees, in any order, outdated ones too. */
    List<Pair> pairs(String id);

    /** Adds or replaces what {@code id} sees of {@code pair.other()}. */
    void putPair(String id, Pair pair);

    void removePair(String id, String other);

    /** Members of a story in any order; empty for a story that is no more. */
    List<Member> members(String story);

    void putMember(String story, Member member);

    void removeMember(String story, String id);

    /** The last place in the canonical order that was ever put; empty before the first. */
    Optional<Place> last();

    /**
     * A member of a story.
     *
     * @param isCopy whether it counts in no average
     */
    record Member(Place place, boolean isCopy) {}
}
