package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what stands among its like: the short answer at the end of an interview, the last entry of a list. */
final class AlikeBlocks {
    private static final double LEAST_PROBABILITY = 0.15;
    private static final double KEPT_SHARE = 0.75;
    private static final int LEAST_KEPT = 4;
    private static final double LINKED = 0.3;

    /** Elements of one look in one place. */
    private record Kind(ElementStatistics around, int looks) {}

    private static final class Count {
        int words;
        int keptWords;
        int keptBlocks;
    }

    private AlikeBlocks() {}

    /**
     * Keeps blocks that the model found unlikely, next to kept ones, where nearly all that looks like them is kept.
     *
     * @param blocks before the unlikely ones are dropped
     * @param threshold the probability from which on blocks will be kept
     */
    static void keep(List<Block> blocks, double threshold) {
        Map<Kind, Count> counts = new HashMap<>();
        for (Block block : blocks) {
            Count count = counts.computeIfAbsent(kind(block), k -> new Count());
            boolean isKept = block.kept() && block.keep() > threshold;
            count.words += block.words();
            count.keptWords += isKept ? block.words() : 0;
            count.keptBlocks += isKept ? 1 : 0;
        }
        boolean isBelowKept = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Count count = counts.getOrDefault(kind(block), new Count());
            boolean isAmongKept = count.keptBlocks >= LEAST_KEPT && count.keptWords >= KEPT_SHARE * count.words;
            if (isBelowKept && isAmongKept && isCandidate(block, threshold)) {
                blocks.set(i, block.judged(null, 1));
            }
            isBelowKept = blocks.get(i).kept() && blocks.get(i).keep() > threshold;
        }
    }

    private static boolean isCandidate(Block block, double threshold) {
        return block.kept()
                && block.keep() <= threshold
                && block.keep() > LEAST_PROBABILITY
                && block.phrase() == null
                && block.linkShare() < LINKED
                && !block.isHeading()
                && !block.isCaption();
    }

    private static Kind kind(Block block) {
        Block.Place place = block.place();
        if (place == null) {
            throw new IllegalArgumentException("a block of a page without a place: " + block);
        }
        return new Kind(place.scope().outer().outer().outer(), place.scope().looks);
    }
}
