package io.newsfold.enrich.match;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Adds up partial scores of numbered articles and selects candidates by the sums. One instance serves one bucket after
 * the other.
 */
final class ScoreAccumulator {
    private final BitSet selected = new BitSet();
    private int[] sums = new int[1_024];
    private int[] touched = new int[1_024];
    private int touchedCount;
    private long additions;
    private long selections;

    /** Decides by its sum whether a numbered article is selected. */
    interface Condition {
        boolean accepts(int number, int sum);
    }

    /** Clears everything, for numbers below {@code size}. */
    void start(int size) {
        selected.clear();
        if (size > sums.length) {
            sums = new int[size * 2];
            touched = new int[size * 2];
        }
    }

    /** @param amount above 0 */
    void add(int number, int amount) {
        if (sums[number] == 0) {
            touched[touchedCount++] = number;
        }
        sums[number] += amount;
        additions++;
    }

    /** Selects among the numbers that have a sum, and sets all sums to 0. */
    void select(Condition condition) {
        for (int i = 0; i < touchedCount; i++) {
            int number = touched[i];
            if (condition.accepts(number, sums[number])) {
                selected.set(number);
            }
            sums[number] = 0;
        }
        touchedCount = 0;
    }

    void forEachSelected(IntConsumer consumer) {
        selections += selected.cardinality();
        selected.stream().forEach(consumer);
    }

    /** Number of selections since construction. */
    long selections() {
        return selections;
    }

    /** Number of posting list entries that were read since construction: the work of the search. */
    long additions() {
        return additions;
    }
}
