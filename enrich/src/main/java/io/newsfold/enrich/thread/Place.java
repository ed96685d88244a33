package io.newsfold.enrich.thread;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the canonical order: by time, then by when it was first seen (many dates are days only), then by id.
 *
 * @param seen when the article was first fetched
 * @param id article id
 */
public record Place(Instant time, Instant seen, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::time).thenComparing(Place::seen).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
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

    public boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }

    /** Whether this is at most {@code days} before {@code other}. */
    public boolean isWithin(int days, Place other) {
        return !time.plusSeconds(days * 86_400L).isBefore(other.time);
    }
}
