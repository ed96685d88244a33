package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.contract.RawArticle;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and its clean text.
 *
 * @param sourceId the id that the input gave, where it gave one
 */
public record Cleaned(RawArticle raw, @Nullable String sourceId, CleanText text) {
    /** The same with one more flag. */
    public Cleaned flagged(Flag flag) {
        return new Cleaned(raw, sourceId, text.flagged(flag));
    }
}
