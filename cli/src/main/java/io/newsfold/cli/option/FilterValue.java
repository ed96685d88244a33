package io.newsfold.cli.option;

import io.newsfold.text.date.InstantParser;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of options that choose articles and stories. */
final class FilterValue {
    private FilterValue() {}

    /**
     * A day or a time.
     *
     * @param value null where the option was not given, and so is the result
     * @throws IllegalArgumentException where it is neither
     */
    static @Nullable Instant time(String option, @Nullable String value) {
        return value == null
                ? null
                : InstantParser.instant(value)
                        .orElseThrow(() -> new IllegalArgumentException(
                                option + " takes a day or a time as 2026-11-22T06:00:00Z, not " + value));
    }

    /** Whether the name has the wanted words in it, whatever their case; a missing name is empty. */
    static boolean isIn(String wanted, @Nullable String name) {
        return Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
