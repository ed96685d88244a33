package io.newsfold.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The current version of an article: of the versions fetched after the last withdrawal, the one fetched last, unless
 * another one shows that it is worse ({@link SetAside}). A function of the set of versions, so the order of arrival
 * changes nothing.
 *
 * @param sha256 its digest
 * @param setAside by digest, the versions that came when a better one was known
 */
public record CurrentVersion(String sha256, Map<String, SetAside> setAside) {
    /**
     * Of two versions that were fetched last at the same time, the one that appeared later wins, then the smaller
     * digest.
     */
    private static final Comparator<ObservedVersion> BY_FETCH = Comparator.comparing(ObservedVersion::last)
            .thenComparing(ObservedVersion::first)
            .thenComparing(ObservedVersion::sha256, Comparator.reverseOrder());

    public CurrentVersion {
        setAside = Map.copyOf(setAside);
    }

    /** The current one of {@code versions}; empty where there is none. */
    public static Optional<CurrentVersion> of(Collection<ObservedVersion> versions) {
        Map<String, SetAside> setAside = new TreeMap<>();
        for (ObservedVersion version : versions) {
            Stream<ObservedVersion> known = versions.stream().filter(other -> other.isKnownBefore(version));
            why(version, known).ifPresent(why -> setAside.put(version.sha256(), why));
        }
        return versions.stream()
                .filter(version -> why(version, versions.stream()).isEmpty())
                .max(BY_FETCH)
                .map(current -> new CurrentVersion(current.sha256(), setAside));
    }

    private static Optional<SetAside> why(ObservedVersion version, Stream<ObservedVersion> others) {
        return others.flatMap(other -> SetAside.of(version.sketch(), other.sketch()).stream())
                .min(Comparator.naturalOrder());
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
