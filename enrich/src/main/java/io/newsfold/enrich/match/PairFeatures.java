package io.newsfold.enrich.match;

/**
 * What two articles have in common: all that their scores are made of. The same whichever of the two asks.
 *
 * @param days between them
 * @param keys cosine of the terms that the search goes by
 * @param terms cosine of all terms
 * @param largestPart part of that cosine that one word has
 * @param title cosine of the headlines
 * @param names cosine of the names
 * @param haveNames whether both have names
 * @param figures cosine of the figures
 * @param headlineInText share of the headlines' words, by weight, that stand in the other article, on average
 * @param containment share of the smaller sample of 5-word runs that the other has
 * @param jaccard share of both samples that is in both
 * @param leads share of the first 100 words of one that stand in the other, the larger of the two shares
 * @param headlines share of the headlines' words that is in both
 * @param fewerWords of the shorter body
 * @param numbers how many numbers the shorter has
 * @param agreeing share of them that the longer has too
 */
record PairFeatures(
        double days,
        double keys,
        double terms,
        double largestPart,
        double title,
        double names,
        boolean haveNames,
        double figures,
        double headlineInText,
        double containment,
        double jaccard,
        double leads,
        double headlines,
        int fewerWords,
        int numbers,
        double agreeing) {}
