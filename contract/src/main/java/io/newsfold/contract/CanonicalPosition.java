package io.newsfold.contract;

import java.time.Instant;
import java.util.Comparator;

/**
 * A position in the canonical order: by time, then by first fetch (many dates are days only), then by id.
 *
 * @param time of the article
 * @param seen when the article was first fetched
 * @param id article id
 */
public record CanonicalPosition(Instant time, Instant seen, String id) implements Comparable<CanonicalPosition> {
    private static final Comparator<CanonicalPosition> ORDER = Comparator.comparing(CanonicalPosition::time)
            .thenComparing(CanonicalPosition::seen)
            .thenComparing(CanonicalPosition::id);

    /** The position of an article. */
    public static CanonicalPosition of(CleanArticle article) {
        return new CanonicalPosition(article.time(), article.seen(), article.id());
    }

    /** The position of the article that has a fingerprint. */
    public static CanonicalPosition of(Fingerprint fingerprint) {
        return new CanonicalPosition(fingerprint.time(), fingerprint.seen(), fingerprint.id());
    }

    @Override
    public int compareTo(CanonicalPosition other) {
        return ORDER.compare(this, other);
    }

    /** A text that sorts as the positions do, for times of the years 1 to 9999. */
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
