package io.newsfold.desk.web;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The difference between two texts, sentence by sentence.
 *
 * @param lines the sentences of both, in order
 */
public record SentenceDiff(List<Line> lines) {
    /** What a revision did to a sentence. */
    public enum Edit {
        KEPT,
        REMOVED,
        ADDED
    }

    /**
     * A sentence of either text.
     *
     * @param edit whether the revision kept, removed or added it
     * @param text of the sentence
     */
    public record Line(Edit edit, String text) {
        public boolean isRemoved() {
            return edit == Edit.REMOVED;
        }
    }

    private static final int MAX_SENTENCES = 1_000;

    public SentenceDiff {
        lines = List.copyOf(lines);
    }

    /** The shortest difference; of a text of more than 1,000 sentences only the first 1,000 are compared. */
    static SentenceDiff between(String before, String after) {
        List<String> old = sentences(before);
        List<String> now = sentences(after);
        return new SentenceDiff(lines(old, now, commonSentences(old, now)));
    }

    /** Length of the longest common subsequence of the sentences from i in one text and from j in the other. */
    private static int[][] commonSentences(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> lines(List<String> old, List<String> now, int[][] common) {
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Edit.KEPT, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Edit.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Edit.ADDED, now.get(j++)));
            }
        }
        return lines;
    }

    /** Number of sentences that both texts have. */
    public long kept() {
        return lines.stream().filter(l -> l.edit() == Edit.KEPT).count();
    }

    /** The sentences that only one of the texts has. */
    public List<Line> changed() {
        return lines.stream().filter(l -> l.edit() != Edit.KEPT).toList();
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
            ends.setText(paragraph);
            for (int from = ends.first(), to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
                sentences.add(paragraph.substring(from, to).strip());
            }
        }
        sentences.removeAll(Collections.singleton(""));
        return sentences.size() <= MAX_SENTENCES ? sentences : sentences.subList(0, MAX_SENTENCES);
    }
}
