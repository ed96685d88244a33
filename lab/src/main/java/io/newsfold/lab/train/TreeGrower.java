package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.BoostedTrees;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Grows {@link BoostedTrees} by gradient boosting over histograms, best leaf first. The same rows give the same trees.
 */
final class TreeGrower {
    private static final int BINS = 64;
    private static final double SMALLEST = 2e-3;

    /**
     * The hyperparameters.
     *
     * @param trees the number of trees
     * @param leaves the most leaves of a tree
     * @param rate the learning rate: the share of a leaf's best value that the leaf gets
     * @param share of the rows, and of the columns, that each tree sees
     * @param least weight of a leaf, as a share of all weight
     * @param ridge the L2 penalty on the values of leaves
     */
    record Settings(int trees, int leaves, double rate, double share, double least, double ridge) {}

    private final float[][] rows;
    private final boolean[] labels;
    private final double[] weights;
    private final Settings settings;
    private final int columns;
    private final float[][] edges;
    private final byte[][] bins; // by column, then row
    private final double[] gradient;
    private final double[] curvature;
    private final double[] sums;
    private final int[] order;
    private final Random random = new Random(1);

    private final IntArrayList roots = new IntArrayList();
    private final ShortArrayList column = new ShortArrayList();
    private final FloatArrayList value = new FloatArrayList();
    private final IntArrayList left = new IntArrayList();

    private TreeGrower(float[][] rows, boolean[] labels, double[] weights, Settings settings) {
        this.rows = rows;
        this.labels = labels;
        this.settings = settings;
        double total = Arrays.stream(weights).sum();
        this.weights =
                Arrays.stream(weights).map(w -> w * weights.length / total).toArray();
        columns = rows[0].length;
        edges = new float[columns][];
        bins = new byte[columns][rows.length];
        gradient = new double[rows.length];
        curvature = new double[rows.length];
        sums = new double[rows.length];
        order = new int[rows.length];
        for (int c = 0; c < columns; c++) {
            bin(c);
        }
    }

    /**
     * Grows the trees of one model.
     *
     * @param features the names of the columns
     * @param rows the features of each block, at least one row
     * @param labels by row: whether the block is part of the article
     * @param weights by row: how much an error costs
     */
    static BoostedTrees grow(
            List<String> features, float[][] rows, boolean[] labels, double[] weights, Settings settings) {
        TreeGrower grower = new TreeGrower(rows, labels, weights, settings);
        for (int t = 0; t < settings.trees(); t++) {
            grower.addTree();
        }
        return new BoostedTrees(
                features,
                grower.roots.toIntArray(),
                grower.column.toShortArray(),
                grower.value.toFloatArray(),
                grower.left.toIntArray());
    }

    private void bin(int column) {
        float[] sample = new float[Math.min(rows.length, 20_000)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = rows[(int) ((long) i * rows.length / sample.length)][column];
        }
        Arrays.sort(sample);
        FloatArrayList cuts = new FloatArrayList();
        for (int b = 1; b < BINS; b++) {
            float cut = sample[(int) ((long) b * sample.length / BINS)];
            if (cut < sample[sample.length - 1] && (cuts.isEmpty() || cut > cuts.getFloat(cuts.size() - 1))) {
                cuts.add(cut);
            }
        }
        edges[column] = cuts.toFloatArray();
        for (int i = 0; i < rows.length; i++) {
            int found = Arrays.binarySearch(edges[column], rows[i][column]);
            bins[column][i] = (byte) (found >= 0 ? found : -found - 1);
        }
    }

    /** A leaf that may be split: rows {@code from} to {@code to} of {@link #order}. */
    private final class Leaf {
        final int node;
        final int from;
        final int to;
        /** By tried column: gradients by bin, then curvatures by bin. */
        final double[][] sumsByBin;

        double g;
        double h;
        double gain;
        int bestColumn = -1;
        int bestBin;

        Leaf(int node, int from, int to, int[] tried) {
            this.node = node;
            this.from = from;
            this.to = to;
            this.sumsByBin = new double[tried.length][2 * BINS];
        }

        int size() {
            return to - from;
        }

        /** Adds up the rows. The derivatives are copied first: they are read once for each column. */
        void addUp(int[] tried) {
            double[] gradients = new double[size()];
            double[] curvatures = new double[size()];
            for (int k = 0; k < size(); k++) {
                gradients[k] = gradient[order[from + k]];
                curvatures[k] = curvature[order[from + k]];
                g += gradients[k];
                h += curvatures[k];
            }
            for (int t = 0; t < tried.length; t++) {
                byte[] bin = bins[tried[t]];
                double[] byBin = sumsByBin[t];
                for (int k = 0; k < gradients.length && edges[tried[t]].length > 0; k++) {
                    int b = bin[order[from + k]];
                    byBin[b] += gradients[k];
                    byBin[BINS + b] += curvatures[k];
                }
            }
        }

        /** Takes what a split leaf has beyond its other half. */
        void subtract(Leaf whole, Leaf half) {
            g = whole.g - half.g;
            h = whole.h - half.h;
            for (int t = 0; t < sumsByBin.length; t++) {
                for (int b = 0; b < 2 * BINS; b++) {
                    sumsByBin[t][b] = whole.sumsByBin[t][b] - half.sumsByBin[t][b];
                }
            }
        }

        void findSplit(int[] tried) {
            for (int t = 0; t < tried.length; t++) {
                findSplit(tried[t], sumsByBin[t]);
            }
        }

        private void findSplit(int column, double[] byBin) {
            double whole = score(g, h);
            double least = settings.least() * rows.length;
            double gLeft = 0;
            double hLeft = 0;
            for (int b = 0; b < edges[column].length; b++) {
                gLeft += byBin[b];
                hLeft += byBin[BINS + b];
                double found = score(gLeft, hLeft) + score(g - gLeft, h - hLeft) - whole;
                if (found > gain && hLeft >= least && h - hLeft >= least) {
                    gain = found;
                    bestColumn = column;
                    bestBin = b;
                }
            }
        }

        private double score(double g, double h) {
            return g * g / (h + settings.ridge());
        }
    }

    private void addTree() {
        int sampled = sampleRows();
        int[] tried = random.ints(columns * 4L, 0, columns)
                .distinct()
                .limit((long) (columns * settings.share()))
                .toArray();
        int root = addNode();
        roots.add(root);
        for (Leaf leaf : growLeaves(new Leaf(root, 0, sampled, tried), tried)) {
            value.set(leaf.node, (float) (settings.rate() * leaf.g / (leaf.h + settings.ridge())));
        }
        addToSums(root);
    }

    /** Takes the derivatives at all rows, puts a sample first in {@link #order}, and returns its size. */
    private int sampleRows() {
        int sampled = 0;
        for (int i = 0; i < rows.length; i++) {
            double p = 1 / (1 + Math.exp(-sums[i]));
            gradient[i] = weights[i] * ((labels[i] ? 1 : 0) - p);
            curvature[i] = weights[i] * Math.max(SMALLEST, p * (1 - p));
            if (random.nextDouble() < settings.share()) {
                order[sampled++] = i;
            }
        }
        return sampled;
    }

    private List<Leaf> growLeaves(Leaf all, int[] tried) {
        List<Leaf> leaves = new ArrayList<>();
        all.addUp(tried);
        all.findSplit(tried);
        leaves.add(all);
        while (leaves.size() < settings.leaves()) {
            Leaf best = leaves.stream()
                    .filter(l -> l.bestColumn >= 0)
                    .max(Comparator.comparingDouble(l -> l.gain))
                    .orElse(null);
            if (best == null) {
                break;
            }
            leaves.remove(best);
            split(best, leaves, tried);
        }
        return leaves;
    }

    private void addToSums(int root) {
        for (int i = 0; i < rows.length; i++) {
            int node = root;
            while (column.getShort(node) != BoostedTrees.LEAF) {
                boolean goesLeft = rows[i][column.getShort(node)] <= value.getFloat(node);
                node = goesLeft ? left.getInt(node) : left.getInt(node) + 1;
            }
            sums[i] += value.getFloat(node);
        }
    }

    private void split(Leaf leaf, List<Leaf> leaves, int[] tried) {
        byte[] bin = bins[leaf.bestColumn];
        int low = leaf.from;
        int high = leaf.to;
        while (low < high) {
            if (bin[order[low]] <= leaf.bestBin) {
                low++;
            } else {
                high--;
                int row = order[low];
                order[low] = order[high];
                order[high] = row;
            }
        }
        int first = addNode();
        int second = addNode();
        column.set(leaf.node, (short) leaf.bestColumn);
        value.set(leaf.node, edges[leaf.bestColumn][leaf.bestBin]);
        left.set(leaf.node, first);
        Leaf one = new Leaf(first, leaf.from, low, tried);
        Leaf other = new Leaf(second, low, leaf.to, tried);
        Leaf smaller = one.size() < other.size() ? one : other;
        Leaf larger = smaller == one ? other : one;
        smaller.addUp(tried);
        larger.subtract(leaf, smaller);
        for (Leaf half : List.of(one, other)) {
            half.findSplit(tried);
            leaves.add(half);
        }
    }

    private int addNode() {
        column.add(BoostedTrees.LEAF);
        value.add(0);
        left.add(0);
        return column.size() - 1;
    }
}
