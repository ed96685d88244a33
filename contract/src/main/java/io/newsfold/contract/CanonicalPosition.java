package io.newsfold.contract;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the canonical order: by time, then by when it was first seen (many dates are days only), then by id.
 *
 * @param seen when the article was first fetched
 * @param id article id
 */
public record CanonicalPosition(Instant time, Instant seen, String id) implements Comparable<CanonicalPosition> {
    private static final Comparator<CanonicalPosition> ORDER = Comparator.comparing(CanonicalPosition::time)
            .thenComparing(CanonicalPosition::seen)
            .thenComparing(CanonicalPosition::id);

    @Override
    public int compareTo(CanonicalPosition other) {
        return ORDER.compare(this, other);
    }

    /** A text that sorts as the places do, for times from the year 1 to 9999. */
    public String sortable() {
        return sortable(time) + sortable(seen) + "|" + id;
    }

    private static String sortable(Instant time) {
        long seconds = time.getEpochSecond() + (1L << 37);
        return String.valueOf(1_000_000_000_000L + seconds) + (1_000_000_000 + time.getNano());
    }

    public boolean isBefore(CanonicalPosition other) {
        return compareTo(other) < 0;
    }

    /** Whether this is at most {@code days} before {@code other}. */
    public boolean isWithin(int days, CanonicalPosition other) {
        return !time.plusSeconds(days * 86_400L).isBefore(other.time);
    }
}
