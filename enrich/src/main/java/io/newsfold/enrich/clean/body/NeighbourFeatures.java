package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The features that the second pass has besides: the probabilities that the first pass found for the blocks around. */
public final class NeighbourFeatures {
    private static final double KEPT = 0.5;
    /** A block that distances are measured to is a little surer than others. */
    private static final double SURELY_KEPT = 0.6;

    private static final int NEAR = 25;
    private static final float NONE = -1;

    private final BlockFeatures features;
    private final PageWords words;
    private final double[] probabilities;
    private final float[] keptBefore;
    private final double[] sumBefore;
    private final Long2IntOpenHashMap keptLongWords = new Long2IntOpenHashMap();

    /** @param probabilities of the blocks by the first pass, 0.0 to 1.0 */
    public NeighbourFeatures(BlockFeatures features, double[] probabilities) {
        this.features = features;
        this.words = features.words();
        this.probabilities = probabilities;
        keptBefore = new float[probabilities.length + 1];
        sumBefore = new double[probabilities.length + 1];
        for (int i = 0; i < probabilities.length; i++) {
            keptBefore[i + 1] = keptBefore[i] + (isKept(i) ? words.words(i) : 0);
            sumBefore[i + 1] = sumBefore[i] + probabilities[i];
            if (isKept(i)) {
                words.longWords(i).forEach((long word) -> keptLongWords.addTo(word, 1));
            }
        }
    }

    private boolean isKept(int i) {
        return probabilities[i] > KEPT;
    }

    /** The schema of the rows. */
    public FeatureSchema schema() {
        return features.elements() == null ? FeatureSchema.TEXT_SECOND : FeatureSchema.PAGE_SECOND;
    }

    /** Adds the features of block {@code i} to a row of {@link #schema} that has those of the first pass. */
    public void fill(int i, FeatureRow row) {
        fillProbabilities(i, row);
        fillKeptWords(i, row);
        fillDistances(i, row);
        fillParents(i, row);
        fillSharedWords(i, row);
    }

    private void fillProbabilities(int i, FeatureRow row) {
        for (int variant = 0; variant < BlockFeature.PROBABILITY_OFFSETS.size(); variant++) {
            int j = i + BlockFeature.PROBABILITY_OFFSETS.get(variant);
            boolean exists = j >= 0 && j < probabilities.length;
            row.set(BlockFeature.PROBABILITY, variant, exists ? probabilities[j] : NONE);
        }
        row.set(BlockFeature.MEAN_OF_10_BEFORE, mean(i - 10, i));
        row.set(BlockFeature.MEAN_OF_10_AFTER, mean(i + 1, i + 11));
        row.set(BlockFeature.HIGHEST_OF_10_BEFORE, highest(i - 10, i));
        row.set(BlockFeature.HIGHEST_OF_10_AFTER, highest(i + 1, i + 11));
    }

    private void fillKeptWords(int i, FeatureRow row) {
        float all = keptBefore[probabilities.length];
        row.set(BlockFeature.KEPT_BEFORE, keptBefore[i]);
        row.set(BlockFeature.KEPT_AFTER, all - keptBefore[i + 1]);
        row.set(BlockFeature.KEPT_IN_5_BEFORE, kept(i - 5, i));
        row.set(BlockFeature.KEPT_IN_5_AFTER, kept(i + 1, i + 6));
        row.set(BlockFeature.KEPT_BEFORE_SHARE, keptBefore[i] / Math.max(1, all));
        row.set(BlockFeature.KEPT_WORDS, all);
        row.set(BlockFeature.WORDS_PER_KEPT, words.words(i) / Math.max(1, all));
    }

    private void fillDistances(int i, FeatureRow row) {
        row.set(BlockFeature.DISTANCE_TO_KEPT_BEFORE, words.distance(i, -1, j -> probabilities[j] > SURELY_KEPT));
        row.set(BlockFeature.DISTANCE_TO_KEPT_AFTER, words.distance(i, 1, j -> probabilities[j] > SURELY_KEPT));
    }

    private void fillParents(int i, FeatureRow row) {
        ElementFeatures elements = features.elements();
        if (elements == null) {
            row.set(BlockFeature.PARENT_MEAN, 0);
            row.set(BlockFeature.GRANDPARENT_MEAN, 0);
            return;
        }
        ElementStatistics parent = elements.element(i).outer();
        ElementStatistics grandparent = parent.outer();
        WeightedMean ofParent = new WeightedMean();
        WeightedMean ofGrandparent = new WeightedMean();
        for (int j = Math.max(0, i - NEAR); j < Math.min(probabilities.length, i + NEAR + 1); j++) {
            ElementStatistics other = elements.element(j).outer();
            if (j != i && other == parent) {
                ofParent.add(probabilities[j], words.words(j));
            }
            if (j != i && other.outer() == grandparent) {
                ofGrandparent.add(probabilities[j], words.words(j));
            }
        }
        row.set(BlockFeature.PARENT_MEAN, ofParent.value());
        row.set(BlockFeature.GRANDPARENT_MEAN, ofGrandparent.value());
    }

    private static final class WeightedMean {
        private double sum;
        private double weight;

        void add(double value, double weightOfValue) {
            sum += value * weightOfValue;
            weight += weightOfValue;
        }

        double value() {
            return weight == 0 ? NONE : sum / weight;
        }
    }

    private void fillSharedWords(int i, FeatureRow row) {
        LongArrayList own = words.longWords(i);
        int shared = 0;
        for (int k = 0; k < own.size(); k++) {
            int byItself = isKept(i) ? 1 : 0;
            shared += keptLongWords.get(own.getLong(k)) > byItself ? 1 : 0;
        }
        row.set(BlockFeature.SHARED_LONG_WORDS, shared);
        row.set(BlockFeature.SHARED_LONG_WORD_SHARE, own.isEmpty() ? NONE : shared / (float) own.size());
    }

    private float kept(int from, int to) {
        return keptBefore[Math.min(probabilities.length, to)] - keptBefore[Math.max(0, from)];
    }

    private double mean(int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(probabilities.length, to);
        return start >= end ? NONE : (sumBefore[end] - sumBefore[start]) / (end - start);
    }

    private double highest(int from, int to) {
        double highest = NONE;
        for (int j = Math.max(0, from); j < Math.min(probabilities.length, to); j++) {
            highest = Math.max(highest, probabilities[j]);
        }
        return highest;
    }
}
