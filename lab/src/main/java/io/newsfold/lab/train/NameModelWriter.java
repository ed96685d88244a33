package io.newsfold.lab.train;

import io.newsfold.enrich.tag.NameLabels;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes trained weights as bytes, and leaves out features whose weights are all small. */
final class NameModelWriter {
    private static final int LABELS = NameLabels.COUNT;

    /** The largest weight of one feature in ten thousand is cut, which gives all others a finer unit. */
    private static final float UNCUT = 0.9999f;

    private final float[] weights;
    private final float smallest;

    /**
     * Takes weights to write.
     *
     * @param weights a row for each feature, a column for each label
     * @param smallest a feature whose weights are all smaller is left out
     */
    NameModelWriter(float[] weights, float smallest) {
        this.weights = weights;
        this.smallest = smallest;
    }

    /** A feature, and the number of its row among the weights. */
    private record NumberedFeature(int feature, int number) {}

    /** Writes the transitions and the weights in the format that the tagger reads. */
    void write(Int2IntMap numbers, float[] transitions, Path target) throws IOException {
        List<NumberedFeature> kept = new ArrayList<>();
        for (Int2IntMap.Entry entry : numbers.int2IntEntrySet()) {
            if (largest(entry.getIntValue()) >= smallest) {
                kept.add(new NumberedFeature(entry.getIntKey(), entry.getIntValue()));
            }
        }
        kept.sort(Comparator.comparingInt(NumberedFeature::feature));
        float unit = unit(kept);
        try (var out = new DataOutputStream(new SmallestGzip(Files.newOutputStream(target)))) {
            for (float transition : transitions) {
                out.writeInt(Math.round(transition / unit));
            }
            out.writeInt(kept.size());
            for (NumberedFeature feature : kept) {
                out.writeInt(feature.feature());
            }
            for (NumberedFeature feature : kept) {
                writeWeights(feature.number(), unit, out);
            }
        }
        System.err.printf("%s: %,d features, %,d bytes%n", target, kept.size(), Files.size(target));
    }

    private float unit(List<NumberedFeature> features) {
        float[] sizes = new float[features.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = largest(features.get(i).number());
        }
        Arrays.sort(sizes);
        return sizes[(int) (sizes.length * UNCUT)] / Byte.MAX_VALUE;
    }

    private float largest(int number) {
        float largest = 0;
        for (int label = 0; label < LABELS; label++) {
            largest = Math.max(largest, Math.abs(weights[number * LABELS + label]));
        }
        return largest;
    }

    private void writeWeights(int number, float unit, DataOutputStream out) throws IOException {
        for (int label = 0; label < LABELS; label++) {
            int rounded = Math.round(weights[number * LABELS + label] / unit);
            out.writeByte(Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, rounded)));
        }
    }
}
