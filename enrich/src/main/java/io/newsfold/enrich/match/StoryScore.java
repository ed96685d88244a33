package io.newsfold.enrich.match;

/**
 * How likely two articles report one event: a logistic function of how much their words, headlines, names and figures
 * agree, damped by the days between them. docs/merging.md says where the constants come from.
 */
final class StoryScore {
    static final int MAX_DAYS = 7;
    /** No pair scores below this cosine, of all terms or of the key terms: the search prunes by it. */
    static final double COSINE_FLOOR = 0.12;

    static final double FLOOR = 0.10;
    private static final double DAMPING_DAYS = 5;

    private StoryScore() {}

    /** 0.0 to 1.0, in millionths. */
    static double of(PairFeatures features) {
        if (features.days() > MAX_DAYS
                || features.terms().keyCosine() < COSINE_FLOOR
                || features.terms().cosine() < COSINE_FLOOR) {
            return 0;
        }
        double score = likelihood(features) * damping(features);
        return score < FLOOR ? 0 : Math.round(score * 1e6) / 1e6;
    }

    /** Before damping, 0.0 to 1.0. */
    static double likelihood(PairFeatures features) {
        double logit = 3.3
                + 3.4 * StrictMath.log(features.terms().cosine())
                + 1.3 * features.headlines().cosine()
                + 1.9 * features.names().cosine()
                + 2.3 * features.figureCosine()
                + 1.9 * features.headlines().inOtherText()
                - 7.5 * features.terms().largestShare(); // one word alone must not decide
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** 1 for the same time, less with every day. */
    static double damping(PairFeatures features) {
        return StrictMath.exp(-features.days() / DAMPING_DAYS);
    }
}
