package io.newsfold.enrich.clean.body;

import java.util.List;

/**
 * The probability that a block is part of the article: boosted trees over {@link BlockFeatures}, in two passes. The
 * second pass also has the probabilities of the first ({@link NeighbourFeatures}), and the result is the mean of both.
 * Grown offline by {@code BodyTrainer}; pure and thread-safe.
 */
public final class BodyModel {
    private static final BodyModel PAGE = new BodyModel(FeatureSchema.PAGE_FIRST, FeatureSchema.PAGE_SECOND);
    private static final BodyModel TEXT = new BodyModel(FeatureSchema.TEXT_FIRST, FeatureSchema.TEXT_SECOND);

    private final FeatureSchema schema;
    private final BoostedTrees firstPass;
    private final BoostedTrees secondPass;

    private BodyModel(FeatureSchema first, FeatureSchema second) {
        schema = second;
        firstPass = BoostedTrees.resource(first.weightsFile(), first.names());
        secondPass = BoostedTrees.resource(second.weightsFile(), second.names());
    }

    /** The same blocks in the same order, each with its probability and the kind of its phrase. */
    public static List<Block> judge(List<Block> blocks, DeclaredText declared) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        BlockFeatures features = new BlockFeatures(blocks, declared);
        BodyModel model = features.elements() == null ? TEXT : PAGE;
        return BlockProbabilities.judged(blocks, features, model.probabilities(features));
    }

    private double[] probabilities(BlockFeatures features) {
        int n = features.size();
        FeatureRow[] rows = new FeatureRow[n];
        double[] first = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new FeatureRow(schema);
            features.fill(i, rows[i]);
            first[i] = firstPass.probability(rows[i].values());
        }
        NeighbourFeatures neighbours = new NeighbourFeatures(features, first);
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            neighbours.fill(i, rows[i]);
            second[i] = secondPass.probability(rows[i].values());
        }
        return BlockProbabilities.mean(first, second);
    }
}
