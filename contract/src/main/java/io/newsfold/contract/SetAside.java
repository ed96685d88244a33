package io.newsfold.contract;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a version of an article does not count although it was fetched last: another version is better. */
public enum SetAside {
    DOUBTFUL("it may be no article, and another version is one"),
    TEASER("it breaks off or is a preview for subscribers, and another version has more text"),
    BEGINNING("it is a part of another version, without its end"),
    BRIEF("it is a summary under the headline of a version that is at least five times as long");

    private final String meaning;

    SetAside(String meaning) {
        this.meaning = meaning;
    }

    /** As records have it: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why, as a sentence without its full stop. */
    public String meaning() {
        return meaning;
    }

    /**
     * Why {@code version} does not count beside {@code other}; empty where it does. No cycle is possible: the better
     * one is less doubtful, or has more letters.
     */
    static Optional<SetAside> of(@Nullable TextSketch version, @Nullable TextSketch other) {
        if (version == null || other == null) {
            return Optional.empty();
        }
        if (version.doubtful() != other.doubtful()) {
            return version.doubtful() ? Optional.of(DOUBTFUL) : Optional.empty();
        }
        if (version.isTeaserOf(other)) {
            return Optional.of(TEASER);
        }
        if (version.isBeginningOf(other)) {
            return Optional.of(BEGINNING);
        }
        return version.isBriefOf(other) ? Optional.of(BRIEF) : Optional.empty();
    }
}
