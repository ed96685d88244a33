package io.newsfold.lab.train;

import io.newsfold.enrich.tag.NameLabels;

/**
 * The probabilities of labels, and of pairs of neighbouring labels, in a sentence, by the forward-backward algorithm on
 * logarithms.
 */
final class CrfMarginals {
    private static final int LABELS = NameLabels.COUNT;
    private static final int OUTSIDE = NameLabels.OUTSIDE;

    /** The logarithm of a probability of nothing, with which sums stay finite. */
    private static final float NEVER = -1e9f;

    private final int size;
    private final float[] transitions;
    private final float[] scores;
    private final float[] forward;
    private final float[] backward;
    private final float total;

    /**
     * Computes them for a sentence.
     *
     * @param features the numbers of each token's features; -1 is left out
     * @param weights a row for each feature, a column for each label
     * @param transitions a row for each label before and one for the beginning, a column for each label
     */
    CrfMarginals(int[][] features, float[] weights, float[] transitions) {
        size = features.length;
        this.transitions = transitions;
        scores = scores(features, weights);
        forward = new float[scores.length];
        backward = new float[scores.length];
        fillForward();
        fillBackward();
        float[] terms = new float[LABELS];
        for (int label = 0; label < LABELS; label++) {
            terms[label] = forward[label] + backward[label];
        }
        total = logSum(terms, LABELS);
    }

    private static float[] scores(int[][] features, float[] weights) {
        float[] scores = new float[features.length * LABELS];
        for (int i = 0; i < features.length; i++) {
            for (int feature : features[i]) {
                for (int label = 0; feature >= 0 && label < LABELS; label++) {
                    scores[i * LABELS + label] += weights[feature * LABELS + label];
                }
            }
        }
        return scores;
    }

    private void fillForward() {
        float[] terms = new float[LABELS];
        for (int i = 0; i < size; i++) {
            for (int label = 0; label < LABELS; label++) {
                float before = i == 0 ? beginning(label) : logSum(terms, termsBefore(i, label, terms));
                forward[i * LABELS + label] = before + scores[i * LABELS + label];
            }
        }
    }

    private float beginning(int label) {
        return NameLabels.mayFollow(OUTSIDE, label) ? transitions[LABELS * LABELS + label] : NEVER;
    }

    /** Sets a term for each label that may come before; returns how many there are. */
    private int termsBefore(int i, int label, float[] terms) {
        int count = 0;
        for (int before = 0; before < LABELS; before++) {
            if (NameLabels.mayFollow(before, label)) {
                terms[count++] = forward[(i - 1) * LABELS + before] + transitions[before * LABELS + label];
            }
        }
        return count;
    }

    private void fillBackward() {
        float[] terms = new float[LABELS];
        for (int i = size - 1; i >= 0; i--) {
            for (int label = 0; label < LABELS; label++) {
                boolean isLast = i == size - 1;
                backward[i * LABELS + label] = isLast ? end(label) : logSum(terms, termsAfter(i, label, terms));
            }
        }
    }

    private static float end(int label) {
        return NameLabels.mayFollow(label, OUTSIDE) ? 0 : NEVER;
    }

    /** Sets a term for each label that may come after; returns how many there are. */
    private int termsAfter(int i, int label, float[] terms) {
        int count = 0;
        for (int after = 0; after < LABELS; after++) {
            if (NameLabels.mayFollow(label, after)) {
                int next = (i + 1) * LABELS + after;
                terms[count++] = transitions[label * LABELS + after] + scores[next] + backward[next];
            }
        }
        return count;
    }

    /** The probability of a label at a token. */
    float at(int i, int label) {
        return (float) Math.exp(Math.min(0, forward[i * LABELS + label] + backward[i * LABELS + label] - total));
    }

    /** The probability of a label at a token and another at the token before it. */
    float at(int i, int before, int label) {
        float sum = forward[(i - 1) * LABELS + before] + transitions[before * LABELS + label];
        return (float) Math.exp(Math.min(0, sum + scores[i * LABELS + label] + backward[i * LABELS + label] - total));
    }

    private static float logSum(float[] terms, int count) {
        float most = 2 * NEVER;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, terms[i]);
        }
        if (most < NEVER / 10) {
            return most;
        }
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (float) Math.exp(terms[i] - most);
        }
        return most + (float) Math.log(sum);
    }
}
