package io.newsfold.enrich.clean.body;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely each block is part of the article: boosted trees over {@link BlockFeatures}, which look twice, the second time knowing what they thought of the
 * blocks around. Grown offline by {@code BodyTrainer}; pure.
 */
public final class BodyModel {
    private static final BodyModel PAGE = new BodyModel("page", BlockFeatures.OF_PAGE);
    private static final BodyModel TEXT = new BodyModel("text", BlockFeatures.OF_LINE);

    private final BoostedTrees first;
    private final BoostedTrees second;

    private BodyModel(String name, int signals) {
        first = BoostedTrees.resource(name + "-first.trees.gz", signals);
        second = BoostedTrees.resource(name + "-second.trees.gz", signals + NeighbourFeatures.COUNT);
    }

    /** The same blocks in the same order, each with its probability. */
    public static List<Block> judge(List<Block> blocks, BlockFeatures.Witnesses witnesses) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        BlockFeatures signals = new BlockFeatures(blocks, witnesses);
        return (signals.hasTree() ? PAGE : TEXT).judge(blocks, signals);
    }

    private List<Block> judge(List<Block> blocks, BlockFeatures signals) {
        float[][] rows = new float[signals.size()][signals.count() + NeighbourFeatures.COUNT];
        double[] once = new double[signals.size()];
        for (int i = 0; i < once.length; i++) {
            signals.fill(i, rows[i]);
            once[i] = first.probability(rows[i]);
        }
        NeighbourFeatures look = new NeighbourFeatures(signals, once);
        double[] twice = new double[signals.size()];
        for (int i = 0; i < twice.length; i++) {
            look.fill(i, rows[i], signals.count());
            twice[i] = second.probability(rows[i]);
        }
        double[] both = NeighbourFeatures.mean(once, twice);
        List<Block> judged = new ArrayList<>(blocks.size());
        for (int i = 0; i < both.length; i++) {
            judged.add(blocks.get(i).judged(signals.phrase(i), both[i]));
        }
        return judged;
    }
}
