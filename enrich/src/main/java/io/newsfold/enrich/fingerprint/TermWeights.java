package io.newsfold.enrich.fingerprint;

/** How much the terms of a language tell of what an article is about. */
interface TermWeights {
    /** The highest weight: that of a word which one article in a thousand has, or fewer. */
    double HIGHEST = StrictMath.log(1_000);

    /** The name and date of what the weights come from, for fingerprints. */
    String version();

    /** The inverse document frequency of a term, as a natural logarithm, 0.0 to {@link #HIGHEST}. */
    double weight(String term);
}
