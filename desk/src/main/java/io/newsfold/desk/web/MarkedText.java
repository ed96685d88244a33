package io.newsfold.desk.web;

import io.newsfold.contract.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its mentions of entities marked.
 *
 * @param paragraphs each a list of pieces, with or without an entity
 */
public record MarkedText(List<List<Piece>> paragraphs) {
    /**
     * Consecutive words.
     *
     * @param text the words
     * @param entity that the words name; null where they name none
     */
    public record Piece(String text, @Nullable Entity entity) {}

    private record EntitySpan(int start, int end, Entity entity) {}

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Where mentions overlap, the first and longest is marked. */
    static MarkedText of(String body, List<Entity> entities) {
        List<EntitySpan> spans = new ArrayList<>();
        for (Entity entity : entities) {
            entity.mentions().forEach(m -> spans.add(new EntitySpan(m.start(), m.end(), entity)));
        }
        spans.sort(
                Comparator.comparingInt(EntitySpan::start).thenComparing(EntitySpan::end, Comparator.reverseOrder()));
        int[] text = body.codePoints().toArray();
        List<List<Piece>> paragraphs = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (EntitySpan span : spans) {
            if (span.start() >= at && span.end() <= text.length) {
                plain(text, at, span.start(), pieces, paragraphs);
                pieces.add(new Piece(new String(text, span.start(), span.end() - span.start()), span.entity()));
                at = span.end();
            }
        }
        plain(text, at, text.length, pieces, paragraphs);
        paragraphs.add(List.copyOf(pieces));
        return new MarkedText(paragraphs);
    }

    /** Adds text without an entity; an empty line in it ends a paragraph. */
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
