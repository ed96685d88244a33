package io.newsfold.cli.option;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The time from which on something is wanted. */
public final class SinceOption {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "only what is of this time or later, as 2026-11-22 (UTC) or 2026-11-22T06:00:00Z")
    private @Nullable Instant since;

    public SinceOption() {}

    /** Null where it was not given. */
    @Nullable
    Instant time() {
        return since;
    }

    /** @param time null where what is looked at has none: then it is wanted only where no time was asked for */
    boolean isNotAfter(@Nullable Instant time) {
        return since == null || time != null && !since.isAfter(time);
    }
}
