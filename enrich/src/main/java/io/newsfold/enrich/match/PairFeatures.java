package io.newsfold.enrich.match;

/**
 * What two articles have in common: the input of both scores. The same in either order of the two.
 *
 * @param days between them
 * @param terms how much their weightiest words agree
 * @param headlines how much their headlines agree
 * @param names how much their names agree
 * @param figureCosine cosine of the weighted figures, 0.0 to 1.0
 * @param wording how much text they share word for word
 * @param shorterBodyWords number of words of the shorter body
 * @param numbers how much their numbers agree
 */
record PairFeatures(
        double days,
        TermFeatures terms,
        HeadlineFeatures headlines,
        NameAgreement names,
        double figureCosine,
        WordingFeatures wording,
        int shorterBodyWords,
        NumberFeatures numbers) {

    /**
     * Agreement of the weightiest words of headline and body; all 0.0 to 1.0.
     *
     * @param keyCosine cosine of the key terms, by which the search finds candidates
     * @param cosine cosine of all terms
     * @param largestShare part of {@code cosine} that comes from one word
     */
    record TermFeatures(double keyCosine, double cosine, double largestShare) {}

    /**
     * Agreement of the headlines; all 0.0 to 1.0.
     *
     * @param cosine cosine of the weighted words
     * @param jaccard share of the distinct words of both that is in both
     * @param inOtherText share of a headline's words, by weight, that the other article has, on average
     */
    record HeadlineFeatures(double cosine, double jaccard, double inOtherText) {}

    /**
     * Agreement of the names.
     *
     * @param inBoth whether both articles have names
     * @param cosine cosine of the weighted names, 0.0 to 1.0
     * @param rare number of rare names that both have
     */
    record NameAgreement(boolean inBoth, double cosine, int rare) {}

    /**
     * Shared 5-word shingles, by the samples of both articles; all 0.0 to 1.0.
     *
     * @param containment share of the smaller sample that the other has
     * @param jaccard share of both samples that is in both
     * @param lead share of the first 100 words of one that the other has, the larger of the two shares
     */
    record WordingFeatures(double containment, double jaccard, double lead) {}

    /**
     * Agreement of the numbers of the shorter body.
     *
     * @param count how many distinct numbers it has
     * @param agreement share of them that the longer body has too, 0.0 to 1.0; 1 where there are none
     */
    record NumberFeatures(int count, double agreement) {}
}
