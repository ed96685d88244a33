package io.newsfold.desk.index;

import java.util.List;

/**
 * The parts of a text that a search found.
 *
 * @param pieces in the order of the text; empty where the search has no words, or none is in the text
 */
public record Snippet(List<Piece> pieces) {
    /** Of a search without words. */
    static final Snippet NONE = new Snippet(List.of());

    /** @param isFound whether the search asked for it */
    public record Piece(String text, boolean isFound) {}

    public Snippet {
        pieces = List.copyOf(pieces);
    }
}
