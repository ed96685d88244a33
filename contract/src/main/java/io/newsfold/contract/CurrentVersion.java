package io.newsfold.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for the current version of an article: of the versions fetched after the last withdrawal, the one fetched
 * last.
 */
public final class CurrentVersion {
    private CurrentVersion() {}

    /**
     * The current version. Between two that were fetched last at the same time, the one that appeared later wins, then
     * the smaller digest.
     *
     * @param fetches by digest of the version, all its fetch times after the last withdrawal: at least one each
     * @return its digest; empty where there is no version
     */
    public static Optional<String> of(Map<String, ? extends Collection<Instant>> fetches) {
        return fetches.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, ? extends Collection<Instant>> version) ->
                                Collections.max(version.getValue()))
                        .thenComparing(version -> Collections.min(version.getValue()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /**
     * Whether a withdrawal holds for a delivery: it holds for everything fetched up to its own time.
     *
     * @param withdrawal time of the last withdrawal; null where there was none
     */
    public static boolean isWithdrawn(Instant fetched, @Nullable Instant withdrawal) {
        return withdrawal != null && !fetched.isAfter(withdrawal);
    }
}
