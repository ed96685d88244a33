package io.newsfold.enrich.match;

import java.util.Optional;

/**
 * Share of the shorter of two texts that is word for word in the longer. Guards reject pairs that only look like
 * copies: short texts, templates with other numbers, pages with the same boilerplate. docs/merging.md says where the
 * constants come from.
 */
final class CopyScore {
    static final int MAX_DAYS = 30;
    static final double FLOOR = 0.48;

    // upper limits of the shorter body's length, in words
    private static final int SHORT = 60;
    private static final int BRIEF = 120;
    private static final int MEDIUM = 250;
    private static final int LONG = 300;

    private CopyScore() {}

    /** A reason why a pair with shared wording is no copy. */
    enum Guard {
        TOO_FAR_APART("more than 30 days apart"),
        SHORT_UNDER_OTHER_HEADLINES("short texts under other headlines"),
        BRIEF_WITH_OTHER_NUMBERS("brief texts with other numbers"),
        BRIEF_AND_A_WEEK_APART("brief texts more than a week apart"),
        TEMPLATE("one template with other numbers"),
        SHARED_CAPTIONS("only captions are shared: other headlines, other beginnings"),
        SHARED_BOILERPLATE("only boilerplate is shared: other headlines, other names");

        private final String reason;

        Guard(String reason) {
            this.reason = reason;
        }

        /** For people. */
        String reason() {
            return reason;
        }
    }

    /** 0.0 to 1.0, in millionths. */
    static double of(PairFeatures features) {
        double containment = features.wording().containment();
        boolean isCopy = containment >= FLOOR && guard(features).isEmpty();
        return isCopy ? Math.round(containment * 1e6) / 1e6 : 0;
    }

    /** The guard that rejects the pair, however much wording is shared; empty where none does. */
    static Optional<Guard> guard(PairFeatures features) {
        if (features.days() > MAX_DAYS) {
            return Optional.of(Guard.TOO_FAR_APART);
        }
        Optional<Guard> guard = features.shorterBodyWords() < BRIEF ? guardOfBrief(features) : guardOfLonger(features);
        return guard.isEmpty() && isSharedBoilerplate(features) ? Optional.of(Guard.SHARED_BOILERPLATE) : guard;
    }

    /** Headlines and numbers of brief texts have to agree, and a brief copy comes within a week. */
    private static Optional<Guard> guardOfBrief(PairFeatures features) {
        double headlines = features.headlines().jaccard();
        boolean otherHeadlines = features.shorterBodyWords() < SHORT
                ? headlines < 0.45
                : headlines < 0.25 && features.wording().containment() < 0.8;
        if (otherHeadlines) {
            return Optional.of(Guard.SHORT_UNDER_OTHER_HEADLINES);
        }
        if (features.numbers().agreement() < 0.8 && features.wording().jaccard() < 0.9) {
            return Optional.of(Guard.BRIEF_WITH_OTHER_NUMBERS);
        }
        return features.days() > 7 ? Optional.of(Guard.BRIEF_AND_A_WEEK_APART) : Optional.empty();
    }

    private static Optional<Guard> guardOfLonger(PairFeatures features) {
        boolean isTemplate = features.shorterBodyWords() < MEDIUM
                && features.numbers().count() >= 8
                && features.numbers().agreement() < 0.4
                && features.wording().jaccard() < 0.9;
        if (isTemplate) {
            return Optional.of(Guard.TEMPLATE);
        }
        boolean onlyCaptions = features.headlines().jaccard() < 0.15
                && features.wording().containment() < 0.9
                && features.wording().lead() < 0.15;
        return onlyCaptions ? Optional.of(Guard.SHARED_CAPTIONS) : Optional.empty();
    }

    /** Short pages of one site whose text is mostly the site's boilerplate. */
    private static boolean isSharedBoilerplate(PairFeatures features) {
        return features.shorterBodyWords() < LONG
                && features.wording().containment() < 0.85
                && features.names().inBoth()
                && features.headlines().jaccard() < 0.15
                && features.names().cosine() < 0.30;
    }
}
