package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockFeatures;
import java.util.List;

/**
 * A page or a text with its gold body.
 *
 * @param set the name of the data set that it is from
 * @param id unique in its set
 * @param blocks in reading order
 * @param labels by block: whether it is part of the article
 * @param weights by block: how much an error costs
 * @param gold the text of the article
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record BodySample(
        String set,
        String id,
        List<Block> blocks,
        BlockFeatures features,
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
}
