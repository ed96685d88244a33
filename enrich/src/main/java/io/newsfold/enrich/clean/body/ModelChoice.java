package io.newsfold.enrich.clean.body;

import java.util.List;

/** What the model alone would keep: thresholds on its probabilities, and sums of words over them. */
final class ModelChoice {
    /** Above this a block is more likely part of the article than not. */
    static final double LIKELY = 0.5;

    private ModelChoice() {}

    static boolean isLikely(Block block) {
        return block.kept() && block.keep() > LIKELY;
    }

    /** The number of words in blocks that are not dropped. */
    static int keptWords(List<Block> blocks) {
        return blocks.stream().filter(Block::kept).mapToInt(Block::words).sum();
    }

    /** The number of words in blocks that are not dropped and likely part of the article. */
    static int likelyWords(List<Block> blocks) {
        return blocks.stream()
                .filter(ModelChoice::isLikely)
                .mapToInt(Block::words)
                .sum();
    }
}
