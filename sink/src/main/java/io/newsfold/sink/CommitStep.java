package io.newsfold.sink;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps that bring rows into a file for good, in their order. {@code NEWSFOLD_FAIL_AT=rename:3} in the environment ends the process, as a kill would, right
 * after the third rename: so tests find out what every kill leaves behind.
 */
enum CommitStep {
    OPEN,
    WRITE,
    FLUSH,
    RENAME,
    FOLDER,
    OFFSET;

    private static final @Nullable String FAIL_AT = System.getenv("NEWSFOLD_FAIL_AT");
    private static final Map<CommitStep, Integer> COUNTS = new EnumMap<>(CommitStep.class);

    /** Says that the step is done. */
    void done() {
        if (FAIL_AT != null
                && FAIL_AT.equals(name().toLowerCase(Locale.ROOT) + ":" + COUNTS.merge(this, 1, Integer::sum))) {
            Runtime.getRuntime().halt(137);
        }
    }
}
