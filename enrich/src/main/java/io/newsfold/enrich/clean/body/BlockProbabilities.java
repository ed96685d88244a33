package io.newsfold.enrich.clean.body;

import java.util.ArrayList;
import java.util.List;

/** What becomes of the probabilities of both passes, of shipped models and of models that are being grown. */
public final class BlockProbabilities {
    private BlockProbabilities() {}

    /** The probability of each block by both passes: the errors of one are seldom those of the other. */
    public static double[] mean(double[] first, double[] second) {
        double[] mean = new double[first.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (first[i] + second[i]) / 2;
        }
        return mean;
    }

    /**
     * The same blocks in the same order, each with the kind of its phrase and its probability.
     *
     * @param features of these blocks
     */
    public static List<Block> judged(List<Block> blocks, BlockFeatures features, double[] probabilities) {
        List<Block> judged = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            judged.add(blocks.get(i).judged(features.words().block(i).phrase(), probabilities[i]));
        }
        return judged;
    }
}
