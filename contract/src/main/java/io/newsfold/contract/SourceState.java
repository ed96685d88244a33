package io.newsfold.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a source of articles stands, on {@link Topic#SOURCES}: written in one transaction with what it delivered, so that it goes on exactly where it stopped.
 *
 * @param id what is read: an address, a folder, a file
 * @param position where to go on, in words that only the source itself understands; null at the start
 * @param lastSuccess when something was last read of it, null where that never was
 * @param lastFailure when reading it last failed, null where that never was
 * @param failure why it last failed, one sentence; null where all is well now
 * @param sent records published so far
 * @param refused what was refused so far, by {@link Rejection.Reason} in lower case
 */
public record SourceState(
        String schema,
        String id,
        Kind kind,
        @Nullable String position,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String failure,
        long sent,
        SortedMap<String, Long> refused) {

    public static final String SCHEMA = "newsfold/source/1";

    /** What a source is. */
    public enum Kind {
        FEED,
        SITEMAP,
        FOLDER,
        WARC,
        PAGE,
        LINES,
        HTTP
    }

    /** Copies its map. */
    public SourceState {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** A source of which nothing was read yet. */
    public static SourceState fresh(String id, Kind kind) {
        return new SourceState(SCHEMA, id, kind, null, null, null, null, 0, Collections.emptySortedMap());
    }

    /** After {@code sent} more records and these refusals, at {@code position}. */
    public SourceState read(@Nullable String position, Instant when, long sent, Map<String, Long> refused) {
        TreeMap<String, Long> all = new TreeMap<>(this.refused);
        refused.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new SourceState(schema, id, kind, position, when, lastFailure, null, this.sent + sent, all);
    }

    /** The same at another position. */
    public SourceState at(String position) {
        return new SourceState(schema, id, kind, position, lastSuccess, lastFailure, failure, sent, refused);
    }

    /** After a failure: what was read before stays. */
    public SourceState failed(Instant when, String why) {
        return new SourceState(schema, id, kind, position, lastSuccess, when, why, sent, refused);
    }
}
