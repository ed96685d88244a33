package io.newsfold.enrich.clean.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page beside the page itself, as far as it helps to understand its dates.
 *
 * @param url of the page; null where it is not known
 * @param fetched when it was fetched: no date of it can be later
 */
public record DateClues(@Nullable String url, Instant fetched) {
    /** Nothing is known. */
    public static final DateClues NONE = new DateClues(null, Instant.MAX);
}
