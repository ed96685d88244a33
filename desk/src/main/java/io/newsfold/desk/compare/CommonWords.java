package io.newsfold.desk.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The longest sequence of words that two sentences have in the same order.
 *
 * @param pairs the same word in one sentence and in the other, in order
 * @param similarity share of the words of both that are in the sequence, 0.0 to 1.0
 */
record CommonWords(List<WordPair> pairs, double similarity) {
    /** Numbers of a word in two sentences, from 0. */
    record WordPair(int inOne, int inOther) {}

    CommonWords {
        pairs = List.copyOf(pairs);
    }

    /** Takes time by the product of both lengths. */
    static CommonWords of(Sentence one, Sentence other) {
        int[][] lengths = lengths(one.forms(), other.forms());
        List<WordPair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            if (one.forms().get(i).equals(other.forms().get(j))) {
                pairs.add(new WordPair(i++, j++));
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return new CommonWords(pairs, 2.0 * pairs.size() / (one.size() + other.size()));
    }

    /** The length of the longest sequence of the words from i in one and from j in the other. */
    private static int[][] lengths(List<String> one, List<String> other) {
        int[][] lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                lengths[i][j] = one.get(i).equals(other.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
