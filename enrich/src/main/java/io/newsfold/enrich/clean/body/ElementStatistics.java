package io.newsfold.enrich.clean.body;

import org.jspecify.annotations.Nullable;

/** Counts over an element that has lines of its own. Filled while blocks are extracted, then only read. */
public final class ElementStatistics {
    final @Nullable ElementStatistics parent;
    final int depth;
    /** Equal for elements of one tag and class whose parents are of one tag and class. */
    final int looks;

    int words;
    int linked;
    /** Words in paragraphs that end as sentences do. */
    int prose;

    int blocks;
    double votes;

    private final int ownLooks;

    /** @param ownLooks equal for elements of one tag and class */
    ElementStatistics(@Nullable ElementStatistics parent, int depth, int ownLooks) {
        this.parent = parent;
        this.depth = depth;
        this.ownLooks = ownLooks;
        this.looks = 31 * ownLooks + (parent == null ? 0 : parent.ownLooks);
    }

    /** The element around this one, this one where there is none. */
    ElementStatistics outer() {
        return parent == null ? this : parent;
    }
}
