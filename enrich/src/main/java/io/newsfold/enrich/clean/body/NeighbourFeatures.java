package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** What the model is told when it looks again: what the first look thought of the blocks around. */
public final class NeighbourFeatures {
    public static final int COUNT = 26;
    private static final int FAR = 50;
    private static final int BESIDE = 25;

    private final BlockFeatures signals;
    private final double[] first;
    private final float[] keptBefore;
    private final double[] sumBefore;
    private final Long2IntOpenHashMap story = new Long2IntOpenHashMap();

    /** @param first the probabilities of the first look */
    public NeighbourFeatures(BlockFeatures signals, double[] first) {
        this.signals = signals;
        this.first = first;
        keptBefore = new float[first.length + 1];
        sumBefore = new double[first.length + 1];
        for (int i = 0; i < first.length; i++) {
            keptBefore[i + 1] = keptBefore[i] + (first[i] > 0.5 ? signals.words(i) : 0);
            sumBefore[i + 1] = sumBefore[i] + first[i];
            if (first[i] > 0.5) {
                signals.telling(i).forEach((long word) -> story.addTo(word, 1));
            }
        }
    }

    /** Writes the signals of block {@code i} to {@code row} from {@code start} on. */
    public void fill(int i, float[] row, int start) {
        int n = first.length;
        int at = start;
        for (int d = -4; d <= 4; d++) {
            row[at++] = i + d < 0 || i + d >= n ? -1 : (float) first[i + d];
        }
        float all = keptBefore[n];
        row[at++] = mean(i - 10, i);
        row[at++] = mean(i + 1, i + 11);
        row[at++] = keptBefore[i];
        row[at++] = all - keptBefore[i + 1];
        row[at++] = kept(i - 5, i);
        row[at++] = kept(i + 1, i + 6);
        row[at++] = toKept(i, -1);
        row[at++] = toKept(i, 1);
        row[at++] = signals.hasTree() ? beside(i, 1) : 0;
        row[at++] = signals.hasTree() ? beside(i, 2) : 0;
        row[at++] = most(i - 10, i);
        row[at++] = most(i + 1, i + 11);
        row[at++] = keptBefore[i] / Math.max(1, all);
        row[at++] = all;
        row[at++] = signals.words(i) / Math.max(1, all);
        int told = told(i);
        row[at++] = told;
        row[at++] = signals.telling(i).isEmpty()
                ? -1
                : told / (float) signals.telling(i).size();
    }

    /** How many of its telling words stand in other blocks that the first look kept. */
    private int told(int i) {
        LongArrayList words = signals.telling(i);
        int told = 0;
        for (int k = 0; k < words.size(); k++) {
            int own = first[i] > 0.5 ? 1 : 0;
            told += story.get(words.getLong(k)) > own ? 1 : 0;
        }
        return told;
    }

    /** What is believed of the two looks: errors of the one are seldom those of the other. */
    public static double[] mean(double[] once, double[] twice) {
        double[] mean = new double[once.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (once[i] + twice[i]) / 2;
        }
        return mean;
    }

    /** The mean of the blocks near by whose element, so many levels up, is the same. */
    private float beside(int i, int levels) {
        ElementStatistics around = around(i, levels);
        double sum = 0;
        double weight = 0;
        for (int j = Math.max(0, i - BESIDE); j < Math.min(first.length, i + BESIDE + 1); j++) {
            if (j != i && around(j, levels) == around) {
                sum += first[j] * signals.words(j);
                weight += signals.words(j);
            }
        }
        return weight == 0 ? -1 : (float) (sum / weight);
    }

    private ElementStatistics around(int i, int levels) {
        ElementStatistics scope = signals.scope(i).outer();
        return levels == 1 ? scope : scope.outer();
    }

    private float kept(int from, int to) {
        return keptBefore[Math.min(first.length, to)] - keptBefore[Math.max(0, from)];
    }

    private float mean(int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(first.length, to);
        return start >= end ? -1 : (float) ((sumBefore[end] - sumBefore[start]) / (end - start));
    }

    private float most(int from, int to) {
        double most = -1;
        for (int j = Math.max(0, from); j < Math.min(first.length, to); j++) {
            most = Math.max(most, first[j]);
        }
        return (float) most;
    }

    private float toKept(int i, int step) {
        int steps = 1;
        for (int j = i + step; j >= 0 && j < first.length && steps < FAR; j += step, steps++) {
            if (first[j] > 0.6) {
                return steps;
            }
        }
        return FAR;
    }
}
