package io.newsfold.lab.train;

import io.newsfold.enrich.tag.FeatureFamily;
import io.newsfold.enrich.tag.NameLabels;
import io.newsfold.enrich.tag.NameModel;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * {@code newsfold bench train-names DIR}: trains {@link NameModel} from the sets in DIR. Features are left out at
 * random, and whole families of them at times, so that the model relies on none alone. There are several runs, each
 * with an order of its own, and the weights are their mean.
 */
public final class NameTrainer {
    private static final int LABELS = NameLabels.COUNT;
    private static final int LEFT_OUT = -1; // in place of the number of a feature
    private static final int SEED = 1;
    private static final int RUNS = 4;
    private static final int FEWEST_EPOCHS = 5;
    private static final int MOST_EPOCHS = 40;

    /** Small sets are read more often: so many sentences in all, if that is within the numbers of epochs. */
    private static final int SENTENCES_READ = 120_000;

    private static final float SMALLEST = 0.04f;
    private static final float RATE = 0.03f;

    /** The rate falls with each epoch, but not at first. */
    private static final float FIRST_SHARE_OF_RATE = 1.3f;

    /** Keeps the first steps from being too long. */
    private static final float EPSILON = 1e-2f;

    /** A token whose labels are predicted this well teaches nothing. */
    private static final float SMALLEST_GRADIENT = 1e-4f;

    /** How often the features of a family are left out, times one of the two shares below. */
    private static final Map<FeatureFamily, Double> LEAVE_OUT = Map.of(
            FeatureFamily.WORD, 0.5,
            FeatureFamily.CONTEXT, 0.4,
            FeatureFamily.CLUSTER, 0.3,
            FeatureFamily.SHAPE, 0.1,
            FeatureFamily.KNOWN_NAME, 0.3);

    /** For all features of a family at a token together. */
    private static final double SHARE_OF_FAMILIES = 0.7;

    /** For each feature alone. */
    private static final double SHARE_OF_FEATURES = 0.5;

    private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
    private final Random random = new Random(SEED);
    private FeatureFamily[] families = {};
    private float[] weights = {};
    private float[] weightSquares = {};
    private float[] transitions = {};
    private float[] transitionSquares = {};

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).resolve("names.model.gz");
        new NameTrainer().run(new NameTrainingSet().read(Path.of(arguments[0])), RUNS, SMALLEST, target);
    }

    /**
     * Trains a model.
     *
     * @param runs whose mean the weights are
     * @param smallest features whose weights are all smaller are left out
     */
    void run(List<TrainingSentence> sentences, int runs, float smallest, Path target) throws IOException {
        numberFeatures(sentences);
        System.err.printf("%,d sentences, %,d features%n", sentences.size(), numbers.size());
        float[] mean = new float[numbers.size() * LABELS];
        float[] transitionMean = new float[(LABELS + 1) * LABELS];
        for (int run = 1; run <= runs; run++) {
            fit(sentences);
            average(mean, weights, run);
            average(transitionMean, transitions, run);
        }
        new NameModelWriter(mean, smallest).write(numbers, transitionMean, target);
    }

    /** Numbers the features that occur more than once, and puts the numbers into the sentences. */
    private void numberFeatures(List<TrainingSentence> sentences) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        sentences.forEach(sentence -> forEach(sentence, feature -> counts.addTo(feature, 1)));
        numbers.defaultReturnValue(LEFT_OUT);
        sentences.forEach(sentence -> forEach(sentence, feature -> {
            if (counts.get(feature) > 1) {
                numbers.putIfAbsent(feature, numbers.size());
            }
        }));
        families = new FeatureFamily[numbers.size()];
        numbers.forEach((feature, number) -> families[number] = FeatureFamily.of(feature));
        for (TrainingSentence sentence : sentences) {
            for (int[] features : sentence.features()) {
                for (int i = 0; i < features.length; i++) {
                    features[i] = numbers.get(features[i]);
                }
            }
        }
    }

    private static void forEach(TrainingSentence sentence, IntConsumer action) {
        for (int[] features : sentence.features()) {
            for (int feature : features) {
                action.accept(feature);
            }
        }
    }

    /**
     * Climbs the likelihood with steps as in AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011). The weights are the mean
     * over the later half of the epochs.
     */
    private void fit(List<TrainingSentence> sentences) {
        weights = new float[numbers.size() * LABELS];
        weightSquares = new float[weights.length];
        transitions = new float[(LABELS + 1) * LABELS];
        transitionSquares = new float[transitions.length];
        float[] mean = new float[weights.length];
        float[] transitionMean = new float[transitions.length];
        int averaged = 0;
        int epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, SENTENCES_READ / sentences.size()));
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(sentences, random);
            float rate = RATE * Math.min(1, FIRST_SHARE_OF_RATE * (epochs - epoch) / epochs);
            for (TrainingSentence sentence : sentences) {
                if (sentence.labels().length > 0) {
                    learn(sentence, rate);
                }
            }
            if (epoch >= epochs / 2) {
                averaged++;
                average(mean, weights, averaged);
                average(transitionMean, transitions, averaged);
            }
        }
        weights = mean;
        transitions = transitionMean;
    }

    /** Moves the mean of the values before to the mean with these; {@code count} is how many there are then. */
    private static void average(float[] mean, float[] values, int count) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (values[i] - mean[i]) / count;
        }
    }

    private void learn(TrainingSentence sentence, float rate) {
        int[][] features = withSomeLeftOut(sentence.features());
        CrfMarginals marginals = new CrfMarginals(features, weights, transitions);
        for (int i = 0; i < features.length; i++) {
            float[] gradient = new float[LABELS];
            float largest = 0;
            for (int label = 0; label < LABELS; label++) {
                int observed = sentence.labels()[i] == label ? 1 : 0;
                gradient[label] = (observed - marginals.at(i, label)) * sentence.weight();
                largest = Math.max(largest, Math.abs(gradient[label]));
            }
            if (largest >= SMALLEST_GRADIENT) {
                learnWeights(features[i], gradient, rate);
            }
        }
        learnTransitions(sentence, marginals, rate);
    }

    private void learnWeights(int[] features, float[] gradient, float rate) {
        for (int feature : features) {
            for (int label = 0; feature != LEFT_OUT && label < LABELS; label++) {
                climb(weights, weightSquares, feature * LABELS + label, gradient[label], rate);
            }
        }
    }

    private void learnTransitions(TrainingSentence sentence, CrfMarginals marginals, float rate) {
        int[] labels = sentence.labels();
        for (int label = 0; label < LABELS; label++) {
            int observed = labels[0] == label ? 1 : 0;
            float gradient = (observed - marginals.at(0, label)) * sentence.weight();
            climb(transitions, transitionSquares, LABELS * LABELS + label, gradient, rate);
        }
        for (int i = 1; i < labels.length; i++) {
            for (int label = 0; label < LABELS; label++) {
                for (int before = 0; before < LABELS; before++) {
                    if (NameLabels.mayFollow(before, label)) {
                        int observed = labels[i - 1] == before && labels[i] == label ? 1 : 0;
                        float gradient = (observed - marginals.at(i, before, label)) * sentence.weight();
                        climb(transitions, transitionSquares, before * LABELS + label, gradient, rate);
                    }
                }
            }
        }
    }

    private static void climb(float[] values, float[] squares, int at, float gradient, float rate) {
        squares[at] += gradient * gradient;
        values[at] += rate * gradient / (float) Math.sqrt(squares[at] + EPSILON);
    }

    private int[][] withSomeLeftOut(int[][] features) {
        int[][] left = new int[features.length][];
        for (int i = 0; i < left.length; i++) {
            left[i] = features[i].clone();
            boolean[] isFamilyOut = new boolean[FeatureFamily.values().length];
            for (FeatureFamily family : FeatureFamily.values()) {
                isFamilyOut[family.ordinal()] = isLeftOut(family, SHARE_OF_FAMILIES);
            }
            for (int f = 0; f < left[i].length; f++) {
                if (left[i][f] != LEFT_OUT) {
                    FeatureFamily family = families[left[i][f]];
                    if (isFamilyOut[family.ordinal()] || isLeftOut(family, SHARE_OF_FEATURES)) {
                        left[i][f] = LEFT_OUT;
                    }
                }
            }
        }
        return left;
    }

    private boolean isLeftOut(FeatureFamily family, double share) {
        return random.nextDouble() < LEAVE_OUT.getOrDefault(family, 0.0) * share;
    }
}
