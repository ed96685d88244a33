package io.newsfold.enrich.clean;

import org.jspecify.annotations.Nullable;

/**
 * What became of one block.
 *
 * @param probability how likely it is part of the article by the model, 0.0 to 1.0
 * @param reason why it was dropped, a code from the closed list; null where it was kept
 */
public record BlockDecision(
        String text, double probability, @Nullable String reason) {}
