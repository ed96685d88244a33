package io.newsfold.desk.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Finds where a text has the words of a search, by the analysis of its language. */
final class SnippetFinder {
    private static final int SENTENCES = 2;
    private static final int LONGEST = 100_000;

    private final Highlighter highlighter = new Highlighter();

    private static final class Highlighter extends UnifiedHighlighter {
        Highlighter() {
            super(UnifiedHighlighter.builderWithoutSearcher(LanguageAnalysis.ANALYZER)
                    .withFormatter(new Pieces())
                    .withMaxLength(LONGEST));
        }

        /** The snippet of a text, or null where it has none of the words. */
        @Nullable
        Object found(String field, Query query, String text) throws IOException {
            return highlightWithoutSearcher(field, query, text, SENTENCES);
        }
    }

    /** At most two sentences of the text with the words in them. */
    Snippet of(Query query, String field, String text) {
        try {
            Object found = highlighter.found(field, query, text);
            return found == null ? Snippet.NONE : (Snippet) found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a text in memory", e);
        }
    }

    private static final class Pieces extends PassageFormatter {
        @Override
        public Snippet format(Passage[] passages, String text) {
            List<Snippet.Piece> pieces = new ArrayList<>();
            for (Passage passage : passages) {
                if (passage.getNumMatches() > 0) {
                    if (!pieces.isEmpty()) {
                        pieces.add(new Snippet.Piece(" … ", false));
                    }
                    add(passage, text, pieces);
                }
            }
            return new Snippet(pieces);
        }

        private static void add(Passage passage, String text, List<Snippet.Piece> pieces) {
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
                if (start < end) {
                    pieces.add(new Snippet.Piece(text.substring(at, start), false));
                    pieces.add(new Snippet.Piece(text.substring(start, end), true));
                    at = end;
                }
            }
            pieces.add(new Snippet.Piece(text.substring(at, Math.max(at, passage.getEndOffset())), false));
        }
    }
}
