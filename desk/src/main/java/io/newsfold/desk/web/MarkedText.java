package io.newsfold.desk.web;

import io.newsfold.contract.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with its entities marked: paragraphs, each of pieces that name an entity or do not. */
public record MarkedText(List<List<Piece>> paragraphs) {
    /**
     * Some words in a row.
     *
     * @param entity what they name, null where nothing
     */
    public record Piece(String text, @Nullable Entity entity) {}

    private record Marked(int start, int end, Entity entity) {}

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Of mentions that overlap the first and longest is marked. */
    static MarkedText of(String body, List<Entity> entities) {
        List<Marked> marked = new ArrayList<>();
        for (Entity entity : entities) {
            entity.mentions().forEach(m -> marked.add(new Marked(m.start(), m.end(), entity)));
        }
        marked.sort(Comparator.comparingInt(Marked::start).thenComparing(Marked::end, Comparator.reverseOrder()));
        int[] text = body.codePoints().toArray();
        List<List<Piece>> paragraphs = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Marked mark : marked) {
            if (mark.start() >= at && mark.end() <= text.length) {
                plain(text, at, mark.start(), pieces, paragraphs);
                pieces.add(new Piece(new String(text, mark.start(), mark.end() - mark.start()), mark.entity()));
                at = mark.end();
            }
        }
        plain(text, at, text.length, pieces, paragraphs);
        paragraphs.add(List.copyOf(pieces));
        return new MarkedText(paragraphs);
    }

    /** Adds text without a mark; an empty line in it ends a paragraph. */
    private static void plain(int[] text, int from, int to, List<Piece> pieces, List<List<Piece>> paragraphs) {
        String[] parts = new String(text, from, to - from).split("\n\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                paragraphs.add(List.copyOf(pieces));
                pieces.clear();
            }
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], null));
            }
        }
    }
}
