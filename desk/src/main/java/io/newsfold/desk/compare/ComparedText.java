package io.newsfold.desk.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A text with the marks of its comparison with another one.
 *
 * @param paragraphs each a list of spans in order, which together are its text
 * @param words number of words that were compared
 * @param held number of those that the other text has: in shared passages, or in sentences that match
 * @param isCut whether the text has more words, which are not compared and not here
 */
public record ComparedText(List<List<Span>> paragraphs, int words, int held, boolean isCut) {
    private static final String PARAGRAPH_END = "\n\n";

    /**
     * Consecutive characters with one mark; spaces and punctuation between two words with one mark have it too.
     *
     * @param text never empty
     */
    public record Span(String text, WordMark mark) {}

    public ComparedText {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /** Share of the words that the other text has, 0.0 to 1.0; 0 of a text without words. */
    public double share() {
        return words == 0 ? 0 : (double) held / words;
    }

    /** @param marks of the words by number */
    static ComparedText of(WordedText text, IntFunction<WordMark> marks, int held) {
        ComparedText.Paragraphs paragraphs = new Paragraphs(text.text());
        List<Word> words = text.words();
        for (int from = 0; from < words.size(); ) {
            WordMark mark = marks.apply(from);
            int to = from + 1;
            while (to < words.size() && marks.apply(to) == mark) {
                to++;
            }
            if (mark != WordMark.NONE) {
                paragraphs.add(words.get(from).start(), words.get(to - 1).end(), mark);
            }
            from = to;
        }
        return new ComparedText(paragraphs.end(), words.size(), held, text.isCut());
    }

    /** Collects the spans of a text from its beginning to its end. */
    private static final class Paragraphs {
        private final String text;
        private final List<List<Span>> paragraphs = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private int at;

        Paragraphs(String text) {
            this.text = text;
        }

        /** Adds what has no mark before {@code from}, then the characters up to {@code to}. */
        void add(int from, int to, WordMark mark) {
            addSpans(from, WordMark.NONE);
            addSpans(to, mark);
        }

        List<List<Span>> end() {
            addSpans(text.length(), WordMark.NONE);
            endParagraph();
            return paragraphs;
        }

        private void addSpans(int to, WordMark mark) {
            String[] parts = text.substring(at, to).split(PARAGRAPH_END, -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    endParagraph();
                }
                if (!parts[i].isEmpty()) {
                    spans.add(new Span(parts[i], mark));
                }
            }
            at = to;
        }

        private void endParagraph() {
            if (!spans.isEmpty()) {
                paragraphs.add(List.copyOf(spans));
                spans.clear();
            }
        }
    }
}
