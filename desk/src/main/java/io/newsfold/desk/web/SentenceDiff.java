package io.newsfold.desk.web;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What changed from one text to the next, sentence by sentence: a sentence stands, went or came. */
public record SentenceDiff(List<Line> lines) {
    /** What became of a sentence. */
    public enum What {
        STANDS,
        WENT,
        CAME
    }

    /** A sentence, or a number of sentences that stand. */
    public record Line(What what, String text) {}

    private static final int MOST_SENTENCES = 1_000;

    public SentenceDiff {
        lines = List.copyOf(lines);
    }

    /** The shortest way from one to the other; of texts beyond 1,000 sentences the first 1,000 are compared. */
    static SentenceDiff between(String before, String after) {
        List<String> old = sentences(before);
        List<String> now = sentences(after);
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(What.STANDS, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(What.WENT, old.get(i++)));
            } else {
                lines.add(new Line(What.CAME, now.get(j++)));
            }
        }
        return new SentenceDiff(lines);
    }

    /** How many sentences stand as they were. */
    public long standing() {
        return lines.stream().filter(l -> l.what() == What.STANDS).count();
    }

    /** What went and what came. */
    public List<Line> changed() {
        return lines.stream().filter(l -> l.what() != What.STANDS).toList();
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
        return sentences.size() <= MOST_SENTENCES ? sentences : sentences.subList(0, MOST_SENTENCES);
    }
}
