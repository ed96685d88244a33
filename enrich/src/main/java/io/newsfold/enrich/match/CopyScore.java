package io.newsfold.enrich.match;

import java.util.Optional;

/**
 * How much of the shorter of two texts stands word for word in the longer, with guards against what only looks like a copy: short texts, templates with other
 * numbers, pages in the same furniture. docs/merging.md says where the constants come from.
 */
final class CopyScore {
    static final int MOST_DAYS = 30;
    static final double FLOOR = 0.48;

    private static final int SHORT = 60;
    private static final int BRIEF = 120;
    private static final int MEDIUM = 250;
    private static final int LONG = 300;

    private CopyScore() {}

    /** What makes alike texts no copies. */
    enum Guard {
        TOO_FAR_APART("more than 30 days apart"),
        SHORT_UNDER_OTHER_HEADLINES("short texts under other headlines"),
        BRIEF_WITH_OTHER_NUMBERS("brief texts with other numbers"),
        BRIEF_AND_A_WEEK_APART("brief texts more than a week apart"),
        TEMPLATE("one template with other numbers"),
        SHARED_CAPTIONS("only captions are shared: other headlines, other beginnings"),
        SHARED_FURNITURE("only page furniture is shared: other headlines, other names");

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
    static double of(PairFeatures overlap) {
        boolean copy = overlap.containment() >= FLOOR && guard(overlap).isEmpty();
        return copy ? Math.round(overlap.containment() * 1e6) / 1e6 : 0;
    }

    /** What speaks against a copy, however much wording is shared; empty where nothing does. */
    static Optional<Guard> guard(PairFeatures overlap) {
        if (overlap.days() > MOST_DAYS) {
            return Optional.of(Guard.TOO_FAR_APART);
        }
        Optional<Guard> guard = overlap.fewerWords() < BRIEF ? guardOfBrief(overlap) : guardOfLonger(overlap);
        return guard.isEmpty() && isSameFurniture(overlap) ? Optional.of(Guard.SHARED_FURNITURE) : guard;
    }

    /** Of short texts headlines and numbers have to agree, and they repeat within a week or not at all. */
    private static Optional<Guard> guardOfBrief(PairFeatures overlap) {
        boolean otherHeadlines = overlap.fewerWords() < SHORT
                ? overlap.headlines() < 0.45
                : overlap.headlines() < 0.25 && overlap.containment() < 0.8;
        if (otherHeadlines) {
            return Optional.of(Guard.SHORT_UNDER_OTHER_HEADLINES);
        }
        if (overlap.agreeing() < 0.8 && overlap.jaccard() < 0.9) {
            return Optional.of(Guard.BRIEF_WITH_OTHER_NUMBERS);
        }
        return overlap.days() > 7 ? Optional.of(Guard.BRIEF_AND_A_WEEK_APART) : Optional.empty();
    }

    private static Optional<Guard> guardOfLonger(PairFeatures overlap) {
        boolean template = overlap.fewerWords() < MEDIUM
                && overlap.numbers() >= 8
                && overlap.agreeing() < 0.4
                && overlap.jaccard() < 0.9;
        if (template) {
            return Optional.of(Guard.TEMPLATE);
        }
        boolean captions = overlap.headlines() < 0.15 && overlap.containment() < 0.9 && overlap.leads() < 0.15;
        return captions ? Optional.of(Guard.SHARED_CAPTIONS) : Optional.empty();
    }

    /** Short pages of one site that are mostly the site's own matter. */
    private static boolean isSameFurniture(PairFeatures overlap) {
        return overlap.fewerWords() < LONG
                && overlap.containment() < 0.85
                && overlap.haveNames()
                && overlap.headlines() < 0.15
                && overlap.names() < 0.30;
    }
}
