package io.newsfold.enrich.tag;

import java.util.Arrays;

/**
 * The sums of weights for each label, for one token. Four sums lie in each long, in lanes of 16 bits, so that one
 * addition adds four weights.
 *
 * <p>The weights of a feature are packed closer, into bytes, so that a row of them is in one line of the cache. A long
 * of weights makes two of lanes: one of its even bytes and one of its odd bytes. The last long of weights has only one
 * weight, and its lanes only that sum and, above it, the number of features: each feature adds {@link #BIAS} to each
 * sum.
 */
final class PackedScores {
    /** How many longs hold the weights of one feature; in the last one only the lowest byte is a weight. */
    static final int WEIGHT_LONGS = NameLabels.COUNT / Long.BYTES + 1;

    /** How many features can be summed before a lane might overflow into the next. No token has so many. */
    static final int MOST_FEATURES = 0xffff / 0xff;

    private static final int LAST = WEIGHT_LONGS - 1;
    private static final int LANE_BITS = 16;
    private static final int LANE_MASK = 0xffff;
    private static final int BYTE_MASK = 0xff;
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;

    /** Added to each weight, a signed byte: a negative number in a lane would borrow from the lane above it. */
    private static final int BIAS = 128;

    private final long[] sums;

    PackedScores() {
        sums = new long[2 * LAST + 1];
    }

    /** A copy, which other threads may read if nothing is added to it. */
    PackedScores(PackedScores other) {
        sums = other.sums.clone();
    }

    /** A weight in its label's byte: the long with this index among those of its feature gets it by {@code |}. */
    static long packed(byte weight, int label) {
        return (long) (weight + BIAS) << Byte.SIZE * (label % Long.BYTES);
    }

    /** The index of the long that has the label's byte. */
    static int index(int label) {
        return label / Long.BYTES;
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds the weights of a feature, which begin at this index. */
    void add(long[] weights, int at) {
        for (int i = 0; i < LAST; i++) {
            sums[2 * i] += weights[at + i] & EVEN_BYTES;
            sums[2 * i + 1] += weights[at + i] >>> Byte.SIZE & EVEN_BYTES;
        }
        sums[2 * LAST] += (weights[at + LAST] & BYTE_MASK) + (1 << LANE_BITS);
    }

    /** Adds the sums of other features. */
    void add(PackedScores others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others.sums[i];
        }
    }

    /** The sum of a label's weights, without the bias that each feature added. */
    int score(int label) {
        int lane = label % Long.BYTES / 2;
        long lanes = sums[2 * index(label) + label % 2];
        return (int) (lanes >>> LANE_BITS * lane & LANE_MASK) - features() * BIAS;
    }

    /** The score of each label. */
    int[] toArray() {
        int[] scores = new int[NameLabels.COUNT];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = score(label);
        }
        return scores;
    }

    private int features() {
        return (int) (sums[2 * LAST] >>> LANE_BITS);
    }
}
