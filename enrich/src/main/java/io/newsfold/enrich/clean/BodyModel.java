package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely each block is part of the article: boosted trees over {@link Signals}, which look twice, the second time knowing what they thought of the
 * blocks around. Grown offline by {@code BodyTrainer}; pure.
 */
final class BodyModel {
    private static final BodyModel PAGE = new BodyModel("page", Signals.OF_PAGE);
    private static final BodyModel TEXT = new BodyModel("text", Signals.OF_LINE);

    private final Trees first;
    private final Trees second;

    private BodyModel(String name, int signals) {
        first = Trees.resource(name + "-first.trees.gz", signals);
        second = Trees.resource(name + "-second.trees.gz", signals + SecondLook.COUNT);
    }

    /** The same blocks in the same order, each with its probability. */
    static List<Block> judge(Page page) {
        if (page.blocks.isEmpty()) {
            return List.of();
        }
        Signals signals = new Signals(page.blocks, page.witnesses());
        return (signals.hasTree() ? PAGE : TEXT).judge(page.blocks, signals);
    }

    private List<Block> judge(List<Block> blocks, Signals signals) {
        float[][] rows = new float[signals.size()][signals.count() + SecondLook.COUNT];
        double[] once = new double[signals.size()];
        for (int i = 0; i < once.length; i++) {
            signals.fill(i, rows[i]);
            once[i] = first.probability(rows[i]);
        }
        SecondLook look = new SecondLook(signals, once);
        double[] twice = new double[signals.size()];
        for (int i = 0; i < twice.length; i++) {
            look.fill(i, rows[i], signals.count());
            twice[i] = second.probability(rows[i]);
        }
        double[] both = SecondLook.mean(once, twice);
        List<Block> judged = new ArrayList<>(blocks.size());
        for (int i = 0; i < both.length; i++) {
            judged.add(blocks.get(i).judged(signals.phrase(i), both[i]));
        }
        return judged;
    }
}
