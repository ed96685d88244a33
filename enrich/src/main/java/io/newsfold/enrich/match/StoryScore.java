package io.newsfold.enrich.match;

/**
 * How likely two articles report one event: a logistic over how much their words, headlines, names and figures agree, damped by the days between them.
 * docs/merging.md says where the constants come from.
 */
final class StoryScore {
    static final int MOST_DAYS = 7;
    /** Below this cosine, of all terms or of the keys, no pair scores: what the search prunes by. */
    static final double COSINE_FLOOR = 0.12;

    static final double FLOOR = 0.10;
    private static final double DAMPING_DAYS = 5;

    private StoryScore() {}

    /** 0.0 to 1.0, in millionths. */
    static double of(PairFeatures overlap) {
        if (overlap.days() > MOST_DAYS || overlap.keys() < COSINE_FLOOR || overlap.terms() < COSINE_FLOOR) {
            return 0;
        }
        double score = likelihood(overlap) * damping(overlap);
        return score < FLOOR ? 0 : Math.round(score * 1e6) / 1e6;
    }

    /** Before damping, 0.0 to 1.0. */
    static double likelihood(PairFeatures overlap) {
        double evidence = 3.3
                + 3.4 * StrictMath.log(overlap.terms())
                + 1.3 * overlap.title()
                + 1.9 * overlap.names()
                + 2.3 * overlap.figures()
                + 1.9 * overlap.headlineInText()
                - 7.5 * overlap.largestPart(); // one word must not carry a pair
        return 1 / (1 + StrictMath.exp(-evidence));
    }

    /** 1 for the same time, less with every day. */
    static double damping(PairFeatures overlap) {
        return StrictMath.exp(-overlap.days() / DAMPING_DAYS);
    }
}
