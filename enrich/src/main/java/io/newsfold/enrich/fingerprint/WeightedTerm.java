package io.newsfold.enrich.fingerprint;

/**
 * A term of an article and its weight before it is scaled to that of the heaviest.
 *
 * @param isName whether the text writes it with a capital inside sentences more often than not
 */
record WeightedTerm(String term, double weight, boolean isName) implements Comparable<WeightedTerm> {
    /** The heaviest first, then in alphabetical order. */
    @Override
    public int compareTo(WeightedTerm other) {
        int order = Double.compare(other.weight, weight);
        return order == 0 ? term.compareTo(other.term) : order;
    }
}
