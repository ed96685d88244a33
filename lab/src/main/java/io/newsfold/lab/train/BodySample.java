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
    /** The labels as probabilities: 1 for a block of the article, else 0. */
    double[] labelsAsProbabilities() {
        double[] probabilities = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            probabilities[i] = labels[i] ? 1 : 0;
        }
        return probabilities;
    }

    /** Whether it is known if block {@code i} is part of the article, so that trees are grown from it. */
    boolean isKnown(int i) {
        return weights[i] > 0;
    }

    /** The number of blocks that trees are grown from. */
    int knownBlocks() {
        return (int) IntStream.range(0, labels.length).filter(this::isKnown).count();
    }
}
