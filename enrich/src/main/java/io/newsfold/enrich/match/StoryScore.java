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

    // the weights of the features
    static final double CONSTANT = 3.3;
    static final double WORDS = 3.4; // of the logarithm
    static final double HEADLINES = 1.3;
    static final double NAMES = 1.9;
    static final double FIGURES = 2.3;
    static final double HEADLINE_IN_TEXT = 1.9;
    static final double ONE_WORD = -7.5; // one word alone must not decide
    private static final double DAMPING_DAYS = 6;

    // a form that is filled in anew: quakes, share prices, results
    private static final int LONGEST_FORM = 250;
    private static final int NUMBERS_OF_FORM = 6;
    private static final double AGREEMENT_OF_FORMS = 0.5;
    private static final double WORDING_OF_FORM = 0.35;
    private static final double NAMES_OF_FORMS = 0.5;
    private static final double WORDING_OF_OTHER_NAMES = 0.2;
    private static final double OTHER_NAMES = 0.25;

    // brief reports of one event give the same figures
    private static final int LONGEST_BRIEF = 150;
    private static final int NUMBERS_OF_BRIEF = 4;
    private static final double AGREEMENT_OF_BRIEFS = 0.3;
    static final double PENALTY_OF_OTHER_FIGURES = 2;

    private StoryScore() {}

    /** 0.0 to 1.0, in millionths. */
    static double of(PairFeatures features) {
        if (features.days() > MAX_DAYS
                || features.terms().keyCosine() < COSINE_FLOOR
                || features.terms().cosine() < COSINE_FLOOR
                || isOneForm(features)) {
            return 0;
        }
        double score = likelihood(features) * damping(features);
        return score < FLOOR ? 0 : Math.round(score * 1e6) / 1e6;
    }

    /** Before damping, 0.0 to 1.0. */
    static double likelihood(PairFeatures features) {
        double logit = CONSTANT
                + WORDS * StrictMath.log(features.terms().cosine())
                + HEADLINES * features.headlines().cosine()
                + NAMES * features.names().cosine()
                + FIGURES * features.figureCosine()
                + HEADLINE_IN_TEXT * features.headlines().inOtherText()
                + ONE_WORD * features.terms().largestShare()
                - (isBriefWithOtherFigures(features) ? PENALTY_OF_OTHER_FIGURES : 0);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Whether one of two reports is brief and gives other figures: two ferries, two matches, two quakes. */
    static boolean isBriefWithOtherFigures(PairFeatures features) {
        return features.shorterBodyWords() < LONGEST_BRIEF
                && features.numbers().count() >= NUMBERS_OF_BRIEF
                && features.numbers().agreement() < AGREEMENT_OF_BRIEFS;
    }

    /**
     * Whether two brief texts are one form: some of the wording with other names, or much of it with other figures, and
     * with some other names or of another day.
     */
    static boolean isOneForm(PairFeatures features) {
        return features.shorterBodyWords() < LONGEST_FORM && (hasOtherNames(features) || hasOtherFigures(features));
    }

    private static boolean hasOtherNames(PairFeatures features) {
        return features.wording().containment() >= WORDING_OF_OTHER_NAMES
                && features.names().inBoth()
                && features.names().cosine() < OTHER_NAMES
                && features.names().rare() == 0;
    }

    private static boolean hasOtherFigures(PairFeatures features) {
        return features.wording().containment() >= WORDING_OF_FORM
                && features.numbers().count() >= NUMBERS_OF_FORM
                && features.numbers().agreement() <= AGREEMENT_OF_FORMS
                && (features.names().cosine() < NAMES_OF_FORMS || features.days() >= 1);
    }

    /** 1 for the same time, less with every day. */
    static double damping(PairFeatures features) {
        return StrictMath.exp(-features.days() / DAMPING_DAYS);
    }
}
