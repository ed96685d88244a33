package io.newsfold.enrich.tag;

/**
 * The sums of weights for each label, for one token. Four sums lie in each long, in lanes of 16 bits, so that one
 * addition adds four weights: most of the tagger's time goes into these sums.
 */
final class PackedScores {
    private static final int LANE_BITS = 16;
    private static final int LANE_MASK = 0xffff;
    private static final int LANES = Long.SIZE / LANE_BITS;

    /** How many longs hold the weights of one feature. */
    static final int LONGS = (NameLabels.COUNT + LANES - 1) / LANES;

    /** Added to each weight, a signed byte: a negative number in a lane would borrow from the lane above it. */
    private static final int BIAS = 128;

    /** How many features can be summed before a lane might overflow into the next. */
    static final int MOST_FEATURES = LANE_MASK / (2 * BIAS);

    private final long[] sums = new long[LONGS];
    private int features;

    /** A weight in its label's lane: the long with this index among those of its feature gets it by {@code |}. */
    static long packed(byte weight, int label) {
        return (long) (weight + BIAS) << shift(label);
    }

    /** The index of the long that has the label's lane. */
    static int index(int label) {
        return label / LANES;
    }

    /** How far the label's lane is from the low end of its long, in bits. */
    private static int shift(int label) {
        return LANE_BITS * (label % LANES);
    }

    /** Adds the weights of a feature, which begin at this index; at most {@link #MOST_FEATURES} times. */
    void add(long[] weights, int at) {
        for (int i = 0; i < LONGS; i++) {
            sums[i] += weights[at + i];
        }
        features++;
    }

    /** The sum of a label's weights, without the bias that each feature added. */
    int score(int label) {
        return (int) (sums[index(label)] >>> shift(label) & LANE_MASK) - features * BIAS;
    }
}
