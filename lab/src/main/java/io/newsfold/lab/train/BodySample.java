package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockFeatures;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page or a text with its gold body.
 *
 * @param set the name of the data set that it is from
 * @param id unique in its set
 * @param blocks in reading order
 * @param headline the best one that the page has, may be empty
 * @param labels by block: whether it is part of the article
 * @param weights by block: how much an error costs; 0 where it is not known whether it is part of the article
 * @param gold the text of the article; empty where only some blocks are known
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record BodySample(
        String set,
        String id,
        List<Block> blocks,
        BlockFeatures features,
        String headline,
        boolean[] labels,
        double[] weights,
        String gold) {
    private static final int SHORT = 3;
    private static final int EACH = 4;

    /** The labels as probabilities: 1 for a block of the article, else 0. */
    double[] labelsAsProbabilities() {
        double[] probabilities = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            probabilities[i] = labels[i] ? 1 : 0;
        }
        return probabilities;
    }

    /**
     * How many blocks like it block {@code i} stands for when trees are grown: of the many short ones beside an article
     * only each fourth is looked at, and counts for four. 0 where it is left out, or nothing is known of it.
     */
    int standsFor(int i) {
        if (weights[i] == 0) {
            return 0;
        }
        boolean isOneOfMany = !labels[i] && !gold.isEmpty() && blocks.get(i).words() <= SHORT;
        if (!isOneOfMany) {
            return 1;
        }
        return i % EACH == 0 ? EACH : 0;
    }

    /** The number of blocks that trees are grown from. */
    int chosenBlocks() {
        return (int)
                IntStream.range(0, labels.length).filter(i -> standsFor(i) > 0).count();
    }
}
