package io.newsfold.enrich.tag;

import java.util.List;

/** Scores the labels of the tokens of a sentence. Thread-safe. */
interface NameScorer {
    /** The scores of a token that is not looked at. */
    int[] NO_SCORES = {};

    /** The score of each label for each token, or {@link #NO_SCORES} where it is outside of names. */
    int[][] score(List<Token> sentence);
}
