package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.TextLine;
import io.newsfold.enrich.clean.input.TextMeasures;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a heading or a line of a page, in reading order.
 *
 * @param text with single spaces, not empty
 * @param bare the text by {@link TextMeasures#bare}
 * @param kind what the mark-up says it is; {@link Kind#LINE} where there is no mark-up
 * @param words how many the text has
 * @param linkShare share of its letters that are in links, 0.0 to 1.0
 * @param place in the tree; null where there is no mark-up
 * @param phrase what it is part of by its words alone; null where they do not say
 * @param keep the probability by the model that it is part of the article, 0.0 to 1.0; 1.0 before the model has run
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
        @Nullable DropReason dropped)
        implements TextLine {

    /** What the mark-up says a block is. */
    public enum Kind {
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
     * @param nearest for each {@link ElementRole} the depth of the nearest element around it that has it, -1 where
     *     none has
     * @param depth of the element that holds its first word
     */
    @SuppressWarnings("ArrayRecordComponent") // shared by the blocks of one element, never changed
    public record Place(ElementStatistics scope, int[] nearest, int depth) {}

    /** A block that nothing but its text and its mark-up is known of yet. */
    public Block(String text, Kind kind, double linkShare) {
        this(text, TextMeasures.bare(text), kind, TextMeasures.count(text), linkShare, null, null, 1, null);
    }

    static Block line(String text) {
        return new Block(text, Kind.LINE, 0);
    }

    Block at(Place there) {
        return new Block(text, bare, kind, words, linkShare, there, phrase, keep, dropped);
    }

    Block judged(@Nullable DropReason byWords, double probability) {
        return new Block(text, bare, kind, words, linkShare, place, byWords, probability, dropped);
    }

    /** The same block, not part of the article. */
    public Block drop(DropReason reason) {
        return new Block(text, bare, kind, words, linkShare, place, phrase, keep, reason);
    }

    @Override
    public boolean kept() {
        return dropped == null;
    }

    @Override
    public boolean isHeading() {
        return kind == Kind.HEADING;
    }

    @Override
    public boolean isCaption() {
        return kind == Kind.CAPTION;
    }

    @Override
    public boolean endsLikeSentence() {
        return TextMeasures.endsLikeSentence(text);
    }
}
