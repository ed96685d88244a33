package io.newsfold.enrich.tag;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * The weights of features for each label, rounded to bytes, in an open-addressed hash table. A row is three longs: the
 * weights as {@link PackedScores} adds them, and in the upper half of the last long, which has one weight only, the
 * feature. No packed weight is 0, so a row whose last long is 0 is empty. Immutable once read.
 */
final class FeatureWeights {
    private static final int ROW = PackedScores.WEIGHT_LONGS;
    private static final int LAST = ROW - 1;

    /** Lets small tables have free rows too. */
    private static final int SPARE_ROWS = 64;

    private final long[] rows;
    private final int rowCount;

    private FeatureWeights(int features) {
        rowCount = 2 * features + SPARE_ROWS; // half of the rows are taken
        rows = new long[rowCount * ROW];
    }

    /** Reads the number of features, the features, and then, for each, a byte for each label. */
    static FeatureWeights read(DataInputStream in) throws IOException {
        int[] features = new int[in.readInt()];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readInt();
        }
        FeatureWeights weights = new FeatureWeights(features.length);
        for (int feature : features) {
            weights.readRow(feature, in);
        }
        return weights;
    }

    private void readRow(int feature, DataInputStream in) throws IOException {
        int row = find(feature);
        for (int label = 0; label < NameLabels.COUNT; label++) {
            rows[row + PackedScores.index(label)] |= PackedScores.packed(in.readByte(), label);
        }
        rows[row + LAST] |= (long) feature << Integer.SIZE;
    }

    /** Adds the weights of features to the scores of a token; a feature that the table does not have weighs nothing. */
    void add(FeatureHashes features, PackedScores scores) {
        // all look-ups come before the sums: the processor then waits for several rows at a time
        int[] found = new int[features.count()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            int row = find(features.get(i));
            found[count] = row;
            count += rows[row + LAST] == 0 ? 0 : 1;
        }
        for (int i = 0; i < count; i++) {
            scores.add(rows, found[i]);
        }
    }

    /** The index of the feature's row, or of an empty one. */
    private int find(int feature) {
        int row = firstRow(feature);
        while (rows[row + LAST] != 0 && (int) (rows[row + LAST] >>> Integer.SIZE) != feature) {
            row = row + ROW == rows.length ? 0 : row + ROW;
        }
        return row;
    }

    /** Where the search for a feature begins: its value as an unsigned number, scaled from 32 bits to the rows. */
    private int firstRow(int feature) {
        return (int) (Integer.toUnsignedLong(feature) * rowCount >>> Integer.SIZE) * ROW;
    }
}
