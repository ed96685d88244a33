package io.newsfold.enrich.clean.body;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Boosted regression trees: each tree adds the value of one leaf, and the sum is the logarithm of the odds. Immutable.
 * Grown offline by {@code BodyTrainer}.
 *
 * <p>As in J. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29 (2001).
 *
 * <p>A file of weights is gzip over big-endian data, as {@link DataOutputStream} writes it:
 *
 * <ol>
 *   <li>the number of features (int), and the name of each (UTF) by column;
 *   <li>the number of trees (int), and the index of the root node of each (int);
 *   <li>the number of nodes (int), and of each its column (short), its threshold (float) and the index of its left
 *       child (int); of a leaf {@link #LEAF} (short) and its value (float) only.
 * </ol>
 *
 * @param features the names of the columns of a row
 * @param roots the index of the root node of each tree
 * @param column by node: the column whose value is compared, or {@link #LEAF}
 * @param value by node: the threshold, up to which a row goes left; of a leaf what it adds to the sum
 * @param left by node: the index of the left child, which the right child follows; 0 for a leaf
 */
@SuppressWarnings("ArrayRecordComponent") // millions of look-ups a second; never compared, never changed
public record BoostedTrees(List<String> features, int[] roots, short[] column, float[] value, int[] left) {
    /** Marks a leaf in {@link #column}. */
    public static final short LEAF = -1;

    private static final int TREES_BETWEEN_CHECKS = 10;
    private static final double SURE = 4;

    /**
     * Copies the names, not the arrays.
     *
     * @throws IllegalArgumentException for a node that compares a column beyond the features
     */
    public BoostedTrees {
        features = List.copyOf(features);
        for (short compared : column) {
            if (compared < LEAF || compared >= features.size()) {
                throw new IllegalArgumentException("column " + compared + " of " + features.size());
            }
        }
    }

    /**
     * Reads the weights from a file beside this class.
     *
     * @param features the names of the columns that rows will have
     * @throws IllegalStateException where there is no such file, or it is for other features
     */
    static BoostedTrees resource(String file, List<String> features) {
        try (InputStream stream = BoostedTrees.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no model " + file);
            }
            BoostedTrees trees = read(stream);
            checkFeatures(file, trees.features, features);
            return trees;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /**
     * Checks that weights are for the features that rows have.
     *
     * @throws IllegalStateException that names the file and the first column where they differ
     */
    static void checkFeatures(String file, List<String> grownFor, List<String> features) {
        for (int i = 0; i < Math.max(grownFor.size(), features.size()); i++) {
            String former = i < grownFor.size() ? grownFor.get(i) : "absent";
            String current = i < features.size() ? features.get(i) : "absent";
            if (!former.equals(current)) {
                throw new IllegalStateException(file + ": feature " + i + " is " + former + " in the weights but "
                        + current + " in the program; rename the features in the file, or train the model again");
            }
        }
    }

    /** Reads a file of weights to its end. */
    public static BoostedTrees read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream));
        int width = in.readInt();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            features.add(in.readUTF());
        }
        int[] roots = new int[in.readInt()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = in.readInt();
        }
        int nodes = in.readInt();
        short[] column = new short[nodes];
        float[] value = new float[nodes];
        int[] left = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            column[i] = in.readShort();
            value[i] = in.readFloat();
            left[i] = column[i] == LEAF ? 0 : in.readInt();
        }
        return new BoostedTrees(features, roots, column, value, left);
    }

    /** Writes a file of weights and closes it. The same trees give the same bytes. */
    public void write(OutputStream stream) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeInt(features.size());
            for (String feature : features) {
                out.writeUTF(feature);
            }
            out.writeInt(roots.length);
            for (int root : roots) {
                out.writeInt(root);
            }
            out.writeInt(column.length);
            for (int i = 0; i < column.length; i++) {
                out.writeShort(column[i]);
                out.writeFloat(value[i]);
                if (column[i] != LEAF) {
                    out.writeInt(left[i]);
                }
            }
        }
    }

    /**
     * The same trees under other names of the same features.
     *
     * @throws IllegalArgumentException where the number of features is another one
     */
    public BoostedTrees renamed(List<String> names) {
        if (names.size() != features.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + features.size() + " features");
        }
        return new BoostedTrees(names, roots, column, value, left);
    }

    /**
     * The probability, 0.0 to 1.0. Stops early where the remaining trees cannot change a sure result.
     *
     * @param row the features by column; may have more columns than the trees know
     */
    public double probability(float[] row) {
        double sum = 0;
        for (int t = 0; t < roots.length && (t % TREES_BETWEEN_CHECKS != 0 || Math.abs(sum) < SURE); t++) {
            int node = roots[t];
            while (column[node] != LEAF) {
                node = left[node] + (row[column[node]] <= value[node] ? 0 : 1); // no jump that a processor mispredicts
            }
            sum += value[node];
        }
        return 1 / (1 + StrictMath.exp(-sum)); // the same on every machine
    }
}
