package io.newsfold.cli.option;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The time from which and up to which something is wanted. */
public final class TimeSpan {
    @Mixin
    private SinceOption since = new SinceOption();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "only what is from before this time")
    private @Nullable Instant until;

    public TimeSpan() {}

    /** Null where it was not given. */
    public @Nullable Instant since() {
        return since.time();
    }

    /** Null where it was not given. */
    public @Nullable Instant until() {
        return until;
    }

    /** @param time null where what is looked at has none: then it is in no span but the one without ends */
    boolean contains(@Nullable Instant time) {
        return since.isNotAfter(time) && (until == null || time != null && time.isBefore(until));
    }

    /** @throws IllegalArgumentException where no time is in the span */
    public void check() {
        check(since(), until);
    }

    /**
     * Makes sure that one time is before the other; null stands for none.
     *
     * @throws IllegalArgumentException where it is not
     */
    public static void check(@Nullable Instant since, @Nullable Instant until) {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("--since " + since + " is not before --until " + until);
        }
    }
}
