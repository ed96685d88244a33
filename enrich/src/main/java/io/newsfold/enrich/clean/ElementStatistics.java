package io.newsfold.enrich.clean;

import org.jspecify.annotations.Nullable;

/** An element that stands on lines of its own, with what was counted in it. Filled by {@link BlockExtractor}, then read. */
final class ElementStatistics {
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
