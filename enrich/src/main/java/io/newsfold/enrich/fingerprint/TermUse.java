package io.newsfold.enrich.fingerprint;

/** How an article uses a term in its headline and in its opening words. Not thread-safe. */
final class TermUse {
    private final String term;
    private double frequency;
    private int capitalsAhead;

    TermUse(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }

    /** Adds an occurrence that counts so much. */
    void add(double count) {
        frequency += count;
    }

    /** Adds an occurrence inside a sentence, where a capital suggests a name. */
    void addInside(boolean isCapitalized) {
        capitalsAhead += isCapitalized ? 1 : -1;
    }

    /** The sum of what its occurrences count. */
    double frequency() {
        return frequency;
    }

    /** Whether the text writes it with a capital inside sentences more often than not. */
    boolean isName() {
        return capitalsAhead > 0;
    }
}
