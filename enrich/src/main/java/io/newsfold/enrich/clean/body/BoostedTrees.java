package io.newsfold.enrich.clean.body;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Boosted regression trees: each tree adds the value of one leaf, and the sum is the logarithm of the odds. Immutable. Grown offline by {@code BodyTrainer}.
 *
 * <p>As in J. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29 (2001).
 */
@SuppressWarnings("ArrayRecordComponent") // read where they lie, never compared
public record BoostedTrees(int signals, int[] roots, short[] signal, float[] value, int[] left) {
    /** In {@link #signal} the mark of a leaf. */
    public static final short LEAF = -1;

    private static final int LOOK = 10;
    private static final double SURE = 4;

    /**
     * Reads a model that stands beside this class.
     *
     * @throws IllegalStateException where it is not there or is made for another number of signals
     */
    static BoostedTrees resource(String name, int signals) {
        try (var stream = BoostedTrees.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no model " + name);
            }
            BoostedTrees trees = read(new DataInputStream(new GZIPInputStream(stream)));
            if (trees.signals != signals) {
                throw new IllegalStateException(
                        name + " is made for " + trees.signals + " signals, not " + signals + ": train it again");
            }
            return trees;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static BoostedTrees read(DataInputStream in) throws IOException {
        int signals = in.readInt();
        int[] roots = new int[in.readInt()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = in.readInt();
        }
        int nodes = in.readInt();
        short[] signal = new short[nodes];
        float[] value = new float[nodes];
        int[] left = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            signal[i] = in.readShort();
            value[i] = in.readFloat();
            left[i] = signal[i] == LEAF ? 0 : in.readInt();
        }
        return new BoostedTrees(signals, roots, signal, value, left);
    }

    /** The probability, 0.0 to 1.0; trees that cannot change what is already sure are not asked. */
    public double probability(float[] signals) {
        double sum = 0;
        for (int t = 0; t < roots.length && (t % LOOK != 0 || Math.abs(sum) < SURE); t++) {
            int node = roots[t];
            while (signal[node] != LEAF) {
                node = signals[signal[node]] <= value[node] ? left[node] : left[node] + 1;
            }
            sum += value[node];
        }
        return 1 / (1 + StrictMath.exp(-sum)); // the same on every machine
    }
}
