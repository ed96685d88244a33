package io.newsfold.enrich.clean.body;

import org.jspecify.annotations.Nullable;

/**
 * The decision about one block.
 *
 * @param text of the block
 * @param probability how likely it is part of the article by the model, 0.0 to 1.0
 * @param reason why it was dropped, a code from the closed list; null where it was kept
 */
public record BlockDecision(
        String text, double probability, @Nullable String reason) {

    /** The decision that a selected block carries. */
    public static BlockDecision of(Block block) {
        DropReason dropped = block.dropped();
        return new BlockDecision(block.text(), block.keep(), dropped == null ? null : dropped.code());
    }
}
