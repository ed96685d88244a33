package io.newsfold.enrich.match;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Sums by number, and which numbers are chosen by them. Made once and used for one bucket after the other. */
final class ScoreAccumulator {
    private final BitSet chosen = new BitSet();
    private int[] sums = new int[1_024];
    private int[] touched = new int[1_024];
    private int count;
    private long additions;
    private long choices;

    /** Says of a number and its sum whether it is chosen. */
    interface Choice {
        boolean of(int number, int sum);
    }

    /** Begins with nothing, for numbers below {@code size}. */
    void start(int size) {
        chosen.clear();
        if (size > sums.length) {
            sums = new int[size * 2];
            touched = new int[size * 2];
        }
    }

    /** @param amount above 0 */
    void add(int number, int amount) {
        if (sums[number] == 0) {
            touched[count++] = number;
        }
        sums[number] += amount;
        additions++;
    }

    /** Chooses among the numbers that have a sum, and sets all sums to 0. */
    void choose(Choice choice) {
        for (int i = 0; i < count; i++) {
            int number = touched[i];
            if (choice.of(number, sums[number])) {
                chosen.set(number);
            }
            sums[number] = 0;
        }
        count = 0;
    }

    void forEachChosen(IntConsumer taker) {
        choices += chosen.cardinality();
        chosen.stream().forEach(taker);
    }

    /** How many numbers were chosen since the beginning. */
    long choices() {
        return choices;
    }

    /** How many entries of posting lists were read since the beginning: the work of the search. */
    long additions() {
        return additions;
    }
}
