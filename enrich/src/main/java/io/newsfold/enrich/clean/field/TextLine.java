package io.newsfold.enrich.clean.field;

/** A line, heading or paragraph of a delivery, as far as fields are read from it. */
public interface TextLine {
    /** With single spaces, not empty. */
    String text();

    /** The text in lower case without punctuation. */
    String bare();

    /** How many words the text has. */
    int words();

    /** Whether it is part of the article. */
    boolean kept();

    /** Whether the mark-up calls it a heading. */
    boolean isHeading();

    /** Whether the mark-up calls it the caption of an image. */
    boolean isCaption();

    /** Whether the mark-up calls it an item of a list. */
    boolean isItem();

    /** Share of its letters that are in links, 0.0 to 1.0. */
    double linkShare();

    /** Whether it ends as sentences end, closing quotes and brackets aside. */
    boolean endsLikeSentence();
}
