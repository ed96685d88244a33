package io.newsfold.enrich.clean.body;

import org.jspecify.annotations.Nullable;

/** Counts over an element that has lines of its own. Filled while blocks are extracted, then only read. */
public final class ElementStatistics {
    final @Nullable ElementStatistics parent;
    final int depth;
    /** Equal for elements of one tag and class whose parents are of one tag and class. */
    final int looks;
    /** 1 to 6 for a heading, else 0. */
    final int rank;
    /** Whether nothing but a horizontal rule stands between this element and the text before it. */
    final boolean afterRule;

    int words;
    int linked;
    /** Words in paragraphs that end as sentences do. */
    int prose;

    int blocks;
    int headings;
    int linkedHeadings;
    double votes;
    /** The number of elements of one look within this element's parent, this one included; counted by need. */
    int alikeSiblings;

    private final int ownLooks;

    /** @param ownLooks equal for elements of one tag and class */
    ElementStatistics(@Nullable ElementStatistics parent, int depth, int ownLooks, int rank, boolean afterRule) {
        this.parent = parent;
        this.depth = depth;
        this.rank = rank;
        this.afterRule = afterRule;
        this.ownLooks = ownLooks;
        this.looks = 31 * ownLooks + (parent == null ? 0 : parent.ownLooks);
    }

    /** The element around this one, this one where there is none. */
    ElementStatistics outer() {
        return parent == null ? this : parent;
    }
}
