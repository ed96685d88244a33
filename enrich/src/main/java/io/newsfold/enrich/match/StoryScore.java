package io.newsfold.enrich.match;

/**
 * How likely two articles report one event: a logistic over how much their words, headlines, names and figures agree, damped by the days between them.
 * Symmetric, and a function of the two fingerprints alone. docs/merging.md says where the constants come from.
 */
final class StoryScore {
    static final int MOST_DAYS = 7;
    /** Below this cosine no pair scores: what the search prunes by. */
    static final double COSINE_FLOOR = 0.12;

    private static final double FLOOR = 0.10;
    private static final double DAMPING_DAYS = 5;

    private StoryScore() {}

    /** 0.0 to 1.0, in millionths. */
    static double of(Print a, Print b, double days) {
        double cosine = days > MOST_DAYS ? 0 : a.terms.cosine(b.terms);
        if (cosine < COSINE_FLOOR) {
            return 0;
        }
        double headlines = (a.title.shareIn(b.terms) + b.title.shareIn(a.terms)) / 2;
        double evidence = 3.3
                + 3.4 * StrictMath.log(cosine)
                + 1.3 * a.title.cosine(b.title)
                + 1.9 * a.names.cosine(b.names)
                + 2.3 * a.figures.cosine(b.figures)
                + 1.9 * headlines
                - 7.5 * a.terms.largestPart(b.terms); // one word must not carry a pair
        double score = StrictMath.exp(-days / DAMPING_DAYS) / (1 + StrictMath.exp(-evidence));
        return score < FLOOR ? 0 : Math.round(score * 1e6) / 1e6;
    }
}
