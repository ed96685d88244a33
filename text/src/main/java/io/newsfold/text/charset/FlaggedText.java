package io.newsfold.text.charset;

import io.newsfold.contract.Flag;
import java.util.EnumSet;
import java.util.Set;

/**
 * A text and what was found or repaired on the way to it.
 *
 * @param flags repairs and doubts, may be empty
 */
public record FlaggedText(String text, Set<Flag> flags) {
    public FlaggedText {
        flags = Set.copyOf(flags);
    }

    /** A text that needed no repair. */
    public static FlaggedText of(String text) {
        return new FlaggedText(text, Set.of());
    }

    /** The same text with these flags as well. */
    public FlaggedText flagged(Set<Flag> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<Flag> all = EnumSet.copyOf(more);
        all.addAll(flags);
        return new FlaggedText(text, all);
    }

    /** The same text with one more flag. */
    public FlaggedText flagged(Flag flag) {
        return flagged(Set.of(flag));
    }
}
