package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.BoostedTrees;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Grows {@link BoostedTrees} by gradient boosting over histograms, best leaf first. The same rows give the same trees. */
final class TreeGrower {
    private static final int BINS = 64;
    private static final double SMALLEST = 2e-3;

    /**
     * How to grow.
     *
     * @param share of the rows, and of the signals, that a tree sees
     * @param least weight of a leaf, as a share of all weight
     */
    record Settings(int trees, int leaves, double rate, double share, double least, double ridge) {}

    private final float[][] rows;
    private final boolean[] labels;
    private final double[] weights;
    private final Settings settings;
    private final int signals;
    private final float[][] edges;
    private final byte[][] bins; // by signal, then row
    private final double[] gradient;
    private final double[] curvature;
    private final double[] sums;
    private final int[] order;
    private final Random random = new Random(1);

    private final IntArrayList roots = new IntArrayList();
    private final ShortArrayList signal = new ShortArrayList();
    private final FloatArrayList value = new FloatArrayList();
    private final IntArrayList left = new IntArrayList();

    private TreeGrower(float[][] rows, boolean[] labels, double[] weights, Settings settings) {
        this.rows = rows;
        this.labels = labels;
        this.settings = settings;
        double total = Arrays.stream(weights).sum();
        this.weights =
                Arrays.stream(weights).map(w -> w * weights.length / total).toArray();
        signals = rows[0].length;
        edges = new float[signals][];
        bins = new byte[signals][rows.length];
        gradient = new double[rows.length];
        curvature = new double[rows.length];
        sums = new double[rows.length];
        order = new int[rows.length];
        for (int s = 0; s < signals; s++) {
            bin(s);
        }
    }

    static BoostedTrees grow(float[][] rows, boolean[] labels, double[] weights, Settings settings) {
        TreeGrower grower = new TreeGrower(rows, labels, weights, settings);
        for (int t = 0; t < settings.trees(); t++) {
            grower.addTree();
        }
        return new BoostedTrees(
                grower.signals,
                grower.roots.toIntArray(),
                grower.signal.toShortArray(),
                grower.value.toFloatArray(),
                grower.left.toIntArray());
    }

    static void write(BoostedTrees trees, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeInt(trees.signals());
            data.writeInt(trees.roots().length);
            for (int root : trees.roots()) {
                data.writeInt(root);
            }
            data.writeInt(trees.signal().length);
            for (int i = 0; i < trees.signal().length; i++) {
                data.writeShort(trees.signal()[i]);
                data.writeFloat(trees.value()[i]);
                if (trees.signal()[i] != BoostedTrees.LEAF) {
                    data.writeInt(trees.left()[i]);
                }
            }
        }
    }

    private void bin(int s) {
        float[] sample = new float[Math.min(rows.length, 20_000)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = rows[(int) ((long) i * rows.length / sample.length)][s];
        }
        Arrays.sort(sample);
        FloatArrayList cuts = new FloatArrayList();
        for (int b = 1; b < BINS; b++) {
            float cut = sample[(int) ((long) b * sample.length / BINS)];
            if (cut < sample[sample.length - 1] && (cuts.isEmpty() || cut > cuts.getFloat(cuts.size() - 1))) {
                cuts.add(cut);
            }
        }
        edges[s] = cuts.toFloatArray();
        for (int i = 0; i < rows.length; i++) {
            int at = Arrays.binarySearch(edges[s], rows[i][s]);
            bins[s][i] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    /** A leaf to be: rows {@code from} to {@code to} of {@link #order}. */
    private final class Leaf {
        final int node;
        final int from;
        final int to;
        double g;
        double h;
        double gain;
        int bestSignal = -1;
        int bestBin;

        Leaf(int node, int from, int to) {
            this.node = node;
            this.from = from;
            this.to = to;
            for (int k = from; k < to; k++) {
                g += gradient[order[k]];
                h += curvature[order[k]];
            }
        }

        void findSplit(int[] tried) {
            double whole = score(g, h);
            double least = settings.least() * rows.length;
            double[] gs = new double[BINS];
            double[] hs = new double[BINS];
            for (int s : tried) {
                int count = edges[s].length;
                if (count == 0) {
                    continue;
                }
                Arrays.fill(gs, 0);
                Arrays.fill(hs, 0);
                byte[] bin = bins[s];
                for (int k = from; k < to; k++) {
                    int row = order[k];
                    gs[bin[row]] += gradient[row];
                    hs[bin[row]] += curvature[row];
                }
                double gl = 0;
                double hl = 0;
                for (int b = 0; b < count; b++) {
                    gl += gs[b];
                    hl += hs[b];
                    double found = score(gl, hl) + score(g - gl, h - hl) - whole;
                    if (found > gain && hl >= least && h - hl >= least) {
                        gain = found;
                        bestSignal = s;
                        bestBin = b;
                    }
                }
            }
        }

        private double score(double g, double h) {
            return g * g / (h + settings.ridge());
        }
    }

    private void addTree() {
        int rowsSeen = 0;
        for (int i = 0; i < rows.length; i++) {
            double p = 1 / (1 + Math.exp(-sums[i]));
            gradient[i] = weights[i] * ((labels[i] ? 1 : 0) - p);
            curvature[i] = weights[i] * Math.max(SMALLEST, p * (1 - p));
            if (random.nextDouble() < settings.share()) {
                order[rowsSeen++] = i;
            }
        }
        int[] tried = random.ints(signals * 4L, 0, signals)
                .distinct()
                .limit((long) (signals * settings.share()))
                .toArray();
        int root = node();
        roots.add(root);
        List<Leaf> leaves = new ArrayList<>();
        Leaf all = new Leaf(root, 0, rowsSeen);
        all.findSplit(tried);
        leaves.add(all);
        while (leaves.size() < settings.leaves()) {
            Leaf best = leaves.stream()
                    .filter(l -> l.bestSignal >= 0)
                    .max(Comparator.comparingDouble(l -> l.gain))
                    .orElse(null);
            if (best == null) {
                break;
            }
            leaves.remove(best);
            split(best, leaves, tried);
        }
        for (Leaf leaf : leaves) {
            value.set(leaf.node, (float) (settings.rate() * leaf.g / (leaf.h + settings.ridge())));
        }
        for (int i = 0; i < rows.length; i++) {
            int at = root;
            while (signal.getShort(at) != BoostedTrees.LEAF) {
                at = rows[i][signal.getShort(at)] <= value.getFloat(at) ? left.getInt(at) : left.getInt(at) + 1;
            }
            sums[i] += value.getFloat(at);
        }
    }

    private void split(Leaf leaf, List<Leaf> leaves, int[] tried) {
        int s = leaf.bestSignal;
        int low = leaf.from;
        int high = leaf.to;
        while (low < high) {
            if (bins[s][order[low]] <= leaf.bestBin) {
                low++;
            } else {
                high--;
                int row = order[low];
                order[low] = order[high];
                order[high] = row;
            }
        }
        int first = node();
        int second = node();
        signal.set(leaf.node, (short) s);
        value.set(leaf.node, edges[s][leaf.bestBin]);
        left.set(leaf.node, first);
        for (Leaf half : List.of(new Leaf(first, leaf.from, low), new Leaf(second, low, leaf.to))) {
            half.findSplit(tried);
            leaves.add(half);
        }
    }

    private int node() {
        signal.add(BoostedTrees.LEAF);
        value.add(0);
        left.add(0);
        return signal.size() - 1;
    }
}
