package io.newsfold.enrich.clean;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a heading or a line of a page, in reading order.
 *
 * @param text with single spaces, not empty
 * @param kind what the mark-up says that it is; {@link Kind#LINE} where there is no mark-up
 * @param linkShare share of its letters that stand in links, 0.0 to 1.0
 * @param dropped why it is not part of the article; null while it is
 */
record Block(
        String text, Kind kind, double linkShare, @Nullable DropReason dropped) {
    enum Kind {
        LINE,
        PARAGRAPH,
        HEADING,
        ITEM,
        CAPTION
    }

    static Block line(String text) {
        return new Block(text, Kind.LINE, 0, null);
    }

    Block drop(DropReason reason) {
        return new Block(text, kind, linkShare, reason);
    }

    boolean kept() {
        return dropped == null;
    }

    int words() {
        return Words.count(text);
    }

    /** Whether it ends as sentences end, closing quotes and brackets aside. */
    boolean endsLikeSentence() {
        return Words.endsLikeSentence(text);
    }
}
