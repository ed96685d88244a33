package io.newsfold.enrich.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How much of the shorter of two texts stands word for word in the longer, with guards against what only looks like a copy: short texts, templates with other
 * numbers, pages in the same furniture. Symmetric, and a function of the two fingerprints alone. docs/merging.md says where the constants come from.
 */
final class CopyScore {
    static final int MOST_DAYS = 30;

    private static final double FLOOR = 0.48;
    private static final int SHORT = 60;
    private static final int BRIEF = 120;
    private static final int MEDIUM = 250;
    private static final int LONG = 300;

    private CopyScore() {}

    /** 0.0 to 1.0, in millionths. */
    static double of(Print a, Print b, double days) {
        int thinning = Math.max(a.thinning, b.thinning);
        int[] runsOfA = thinned(a.shingles, thinning);
        int[] runsOfB = thinned(b.shingles, thinning);
        int smaller = Math.min(runsOfA.length, runsOfB.length);
        int shared = days > MOST_DAYS || smaller == 0 ? 0 : shared(runsOfA, runsOfB);
        double containment = (double) shared / Math.max(1, smaller);
        if (containment < FLOOR) {
            return 0;
        }
        double jaccard = (double) shared / (runsOfA.length + runsOfB.length - shared);
        boolean copy = a.words < BRIEF || b.words < BRIEF
                ? isBriefCopy(a, b, days, containment, jaccard)
                : isCopy(a, b, containment, jaccard, thinning);
        return copy && !isSameFurniture(a, b, containment) ? Math.round(containment * 1e6) / 1e6 : 0;
    }

    /** Of short texts headlines and numbers have to agree, and they repeat within a week or not at all. */
    private static boolean isBriefCopy(Print a, Print b, double days, double containment, double jaccard) {
        double headlines = jaccard(a.headline, b.headline);
        if (Math.min(a.words, b.words) < SHORT && headlines < 0.45) {
            return false;
        }
        boolean otherNumbers = agreeingNumbers(a, b) < 0.8 && jaccard < 0.9;
        boolean otherHeadline = Math.min(a.words, b.words) >= SHORT && headlines < 0.25 && containment < 0.8;
        return !otherNumbers && !otherHeadline && days <= 7;
    }

    private static boolean isCopy(Print a, Print b, double containment, double jaccard, int thinning) {
        Print shorter = shorter(a, b);
        boolean template =
                shorter.words < MEDIUM && shorter.numbers.size() >= 8 && agreeingNumbers(a, b) < 0.4 && jaccard < 0.9;
        boolean captions = jaccard(a.headline, b.headline) < 0.15
                && containment < 0.9
                && Math.max(leadShare(a, b, thinning), leadShare(b, a, thinning)) < 0.15;
        return !template && !captions;
    }

    /** Short pages of one site that are mostly the site's own matter: other headlines, other names. */
    private static boolean isSameFurniture(Print a, Print b, double containment) {
        return Math.min(a.words, b.words) < LONG
                && containment < 0.85
                && !a.names.isEmpty()
                && !b.names.isEmpty()
                && jaccard(a.headline, b.headline) < 0.15
                && a.names.cosine(b.names) < 0.30;
    }

    private static Print shorter(Print a, Print b) {
        return a.words < b.words || a.words == b.words && a.id.compareTo(b.id) < 0 ? a : b;
    }

    /** Share of the shorter text's numbers that the longer has. */
    private static double agreeingNumbers(Print a, Print b) {
        Print shorter = shorter(a, b);
        Print longer = shorter == a ? b : a;
        long agreeing =
                shorter.numbers.stream().filter(longer.numbers::contains).count();
        return shorter.numbers.isEmpty() ? 1 : (double) agreeing / shorter.numbers.size();
    }

    /** Share of the first 100 words of one text that stands in the other. */
    private static double leadShare(Print a, Print b, int thinning) {
        int[] lead = thinned(a.lead, thinning);
        return lead.length == 0 ? 0 : (double) shared(lead, thinned(b.shingles, thinning)) / lead.length;
    }

    private static int[] thinned(int[] hashes, int bits) {
        int mask = (1 << bits) - 1;
        return Arrays.stream(hashes).filter(hash -> (hash & mask) == 0).toArray();
    }

    /** How many values two ascending arrays share. */
    private static int shared(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        int all = a.size() + b.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }
}
