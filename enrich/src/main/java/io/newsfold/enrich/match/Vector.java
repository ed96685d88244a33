package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms with whole-number weights: sums come out the same in any order. */
final class Vector {
    private final Map<String, Integer> weights;
    private final double length;

    Vector(List<Term> terms) {
        weights = new HashMap<>(terms.size() * 2);
        long squares = 0;
        for (Term term : terms) {
            weights.put(term.word(), term.weight());
            squares += (long) term.weight() * term.weight();
        }
        length = Math.sqrt((double) squares);
    }

    Map<String, Integer> weights() {
        return weights;
    }

    double length() {
        return length;
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /** 0.0 to 1.0; 0 where one has no terms. */
    double cosine(Vector other) {
        return isEmpty() || other.isEmpty() ? 0 : products(other, false) / (length * other.length);
    }

    /** The largest part that one shared term has in the cosine. */
    double largestPart(Vector other) {
        return isEmpty() || other.isEmpty() ? 0 : products(other, true) / (length * other.length);
    }

    private long products(Vector other, boolean largestOnly) {
        Vector small = weights.size() <= other.weights.size() ? this : other;
        Vector large = small == this ? other : this;
        long sum = 0;
        long largest = 0;
        for (Map.Entry<String, Integer> term : small.weights.entrySet()) {
            Integer weight = large.weights.get(term.getKey());
            if (weight != null) {
                long product = (long) weight * term.getValue();
                sum += product;
                largest = Math.max(largest, product);
            }
        }
        return largestOnly ? largest : sum;
    }

    /** Share of the weight of these terms that belongs to terms which the other has too, 0.0 to 1.0. */
    double shareIn(Vector other) {
        long all = 0;
        long shared = 0;
        for (Map.Entry<String, Integer> term : weights.entrySet()) {
            all += term.getValue();
            shared += other.weights.containsKey(term.getKey()) ? term.getValue() : 0;
        }
        return all == 0 ? 0 : (double) shared / all;
    }
}
