package io.newsfold.enrich.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fingerprints of one day in one language, by term and by shingle. Articles have numbers here; a removed one leaves a hole. */
final class Bucket {
    private final List<@Nullable Print> prints = new ArrayList<>();
    private final Map<String, Postings> byTerm = new HashMap<>();
    private final Map<Integer, Postings> byShingle = new HashMap<>();

    /** Numbers of articles with the weight that a term has in each. */
    private static final class Postings {
        private int[] numbers = new int[2];
        private int[] weights = new int[2];
        private int size;

        void add(int number, int weight) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            numbers[size] = number;
            weights[size++] = weight;
        }

        void addTo(int[] sums, int factor) {
            for (int i = 0; i < size; i++) {
                sums[numbers[i]] += weights[i] * factor;
            }
        }
    }

    /** The number that {@code print} has from now on. */
    int add(Print print) {
        int number = prints.size();
        prints.add(print);
        print.terms
                .weights()
                .forEach((term, weight) ->
                        byTerm.computeIfAbsent(term, t -> new Postings()).add(number, weight));
        for (int shingle : print.shingles) {
            byShingle.computeIfAbsent(shingle, s -> new Postings()).add(number, 1);
        }
        return number;
    }

    void remove(int number) {
        prints.set(number, null);
    }

    /** Those whose cosine with {@code print} is at least {@code floor}. */
    void likeIn(Print print, double floor, Consumer<Print> taker) {
        int[] products = new int[prints.size()]; // at most 100 terms of 255 x 255
        print.terms.weights().forEach((term, weight) -> {
            Postings postings = byTerm.get(term);
            if (postings != null) {
                postings.addTo(products, weight);
            }
        });
        for (int i = 0; i < products.length; i++) {
            Print other = prints.get(i);
            if (other != null
                    && products[i] > 0
                    && products[i] / (print.terms.length() * other.terms.length()) >= floor) {
                taker.accept(other);
            }
        }
    }

    /** Those that may share so much wording that one is a copy of the other. */
    void sharingShingles(Print print, Consumer<Print> taker) {
        int[] shared = new int[prints.size()];
        for (int shingle : print.shingles) {
            Postings postings = byShingle.get(shingle);
            if (postings != null) {
                postings.addTo(shared, 1);
            }
        }
        for (int i = 0; i < shared.length; i++) {
            Print other = prints.get(i);
            if (other != null && shared[i] > 0) {
                taker.accept(other);
            }
        }
    }
}
