package io.newsfold.enrich.clean;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a heading or a line of a page, in reading order.
 *
 * @param text with single spaces, not empty
 * @param bare the text by {@link TextMeasures#bare}
 * @param kind what the mark-up says that it is; {@link Kind#LINE} where there is no mark-up
 * @param words how many the text has
 * @param linkShare share of its letters that stand in links, 0.0 to 1.0
 * @param place where it stands in the tree; null where there is no mark-up
 * @param phrase what it is part of by its words alone, as far as the model was told
 * @param keep how likely it is part of the article by the model, 0.0 to 1.0; 1.0 before it was asked
 * @param dropped why it is not part of the article; null while it is
 */
public record Block(
        String text,
        String bare,
        Kind kind,
        int words,
        double linkShare,
        @Nullable Place place,
        @Nullable DropReason phrase,
        double keep,
        @Nullable DropReason dropped) {
    enum Kind {
        LINE,
        PARAGRAPH,
        HEADING,
        ITEM,
        CAPTION
    }

    /**
     * A place in a tree.
     *
     * @param scope the element on lines of its own around it
     * @param nearest for each {@link ElementRole} the depth of the nearest element around it that has it, -1 where none has
     * @param depth of the element that holds its first word
     */
    @SuppressWarnings("ArrayRecordComponent") // shared by the blocks of one element, never changed
    record Place(ElementStatistics scope, int[] nearest, int depth) {}

    Block(String text, Kind kind, double linkShare, @Nullable DropReason dropped) {
        this(text, TextMeasures.bare(text), kind, TextMeasures.count(text), linkShare, null, null, 1, dropped);
    }

    static Block line(String text) {
        return new Block(text, Kind.LINE, 0, null);
    }

    Block at(Place there) {
        return new Block(text, bare, kind, words, linkShare, there, phrase, keep, dropped);
    }

    Block judged(@Nullable DropReason byWords, double probability) {
        return new Block(text, bare, kind, words, linkShare, place, byWords, probability, dropped);
    }

    Block drop(DropReason reason) {
        return new Block(text, bare, kind, words, linkShare, place, phrase, keep, reason);
    }

    boolean kept() {
        return dropped == null;
    }

    /** Whether it ends as sentences end, closing quotes and brackets aside. */
    boolean endsLikeSentence() {
        return TextMeasures.endsLikeSentence(text);
    }
}
