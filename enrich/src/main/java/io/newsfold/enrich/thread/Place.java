package io.newsfold.enrich.thread;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the canonical order: by time, then by id.
 *
 * @param id article id
 */
public record Place(Instant time, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::time).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** A text that sorts as the places do, for times from the year 1 to 9999. */
    public String sortable() {
        long seconds = time.getEpochSecond() + (1L << 37);
        return String.valueOf(1_000_000_000_000L + seconds) + (1_000_000_000 + time.getNano()) + "|" + id;
    }

    public boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }

    /** Whether this is at most {@code days} before {@code other}. */
    public boolean isWithin(int days, Place other) {
        return !time.plusSeconds(days * 86_400L).isBefore(other.time);
    }
}
