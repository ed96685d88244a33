package io.newsfold.enrich.tag;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * The weights of features for each label, rounded to bytes, in an open-addressed hash table. A row is a feature and
 * then its weights as {@link PackedScores} adds them; a row whose feature is 0 is empty. Immutable once read.
 */
final class FeatureWeights {
    private static final int ROW = 1 + PackedScores.LONGS;

    /** Lets small tables have free rows too. */
    private static final int SPARE_ROWS = 64;

    /** The score of a label that the token cannot have. */
    static final int NEVER = Integer.MIN_VALUE / 4; // sums of a few of them do not overflow

    private final long[] rows;
    private final int rowCount;

    private FeatureWeights(int features) {
        rowCount = features + (features >>> 1) + SPARE_ROWS; // two of three rows are taken
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
        int row = firstRow(feature);
        while (rows[row] != 0) {
            row = nextRow(row);
        }
        rows[row] = feature;
        for (int label = 0; label < NameLabels.COUNT; label++) {
            rows[row + 1 + PackedScores.index(label)] |= PackedScores.packed(in.readByte(), label);
        }
    }

    /** Sets the score of each label for a token; one without features is part of no name. */
    void score(int[] features, int[] scores) {
        PackedScores sums = sum(features);
        for (int label = 0; label < scores.length; label++) {
            scores[label] = features.length == 0 && label != NameLabels.OUTSIDE ? NEVER : sums.score(label);
        }
    }

    private PackedScores sum(int[] features) {
        // all look-ups come before the sums: the processor then waits for several rows at a time
        int[] found = new int[PackedScores.MOST_FEATURES];
        int count = 0;
        for (int feature : features) {
            int row = find(feature);
            if (rows[row] != 0 && count < found.length) {
                found[count++] = row;
            }
        }
        PackedScores sums = new PackedScores();
        for (int i = 0; i < count; i++) {
            sums.add(rows, found[i] + 1);
        }
        return sums;
    }

    /** The index of the feature's row, or of an empty one. */
    private int find(int feature) {
        int row = firstRow(feature);
        while (rows[row] != feature && rows[row] != 0) {
            row = nextRow(row);
        }
        return row;
    }

    /** Where the search for a feature begins: its value as an unsigned number, scaled from 32 bits to the rows. */
    private int firstRow(int feature) {
        return (int) (Integer.toUnsignedLong(feature) * rowCount >>> Integer.SIZE) * ROW;
    }

    private int nextRow(int row) {
        return row + ROW == rows.length ? 0 : row + ROW;
    }
}
