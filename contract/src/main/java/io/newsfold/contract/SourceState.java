package io.newsfold.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * State of a live source, on {@link Topic#SOURCES}. It is written in one transaction with the deliveries of the source,
 * so that reading continues exactly where it stopped.
 *
 * @param id address, folder or file
 * @param position where to continue, in a format of the source; null at the start
 * @param lastSuccess time of the last successful read; null if there is none
 * @param lastFailure time of the last failure; null if there is none
 * @param failure reason of the last failure, one sentence; null if the last read succeeded
 * @param sent records published so far
 * @param refused number of rejections so far, by {@link Rejection.Reason} in lower case
 */
public record SourceState(
        String schema,
        String id,
        SourceKind kind,
        @Nullable String position,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String failure,
        long sent,
        SortedMap<String, Long> refused) {

    public static final String SCHEMA = Topic.SOURCES.schema();

    /** Kind of source. */
    public enum SourceKind {
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

    /** State of a new source. */
    public static SourceState fresh(String id, SourceKind kind) {
        return new SourceState(SCHEMA, id, kind, null, null, null, null, 0, Collections.emptySortedMap());
    }

    /** State after {@code sent} more records and these rejections, at {@code position}. */
    public SourceState read(@Nullable String position, Instant when, long sent, Map<String, Long> refused) {
        TreeMap<String, Long> all = new TreeMap<>(this.refused);
        refused.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new SourceState(schema, id, kind, position, when, lastFailure, null, this.sent + sent, all);
    }

    /** This state at another position. */
    public SourceState at(String position) {
        return new SourceState(schema, id, kind, position, lastSuccess, lastFailure, failure, sent, refused);
    }

    /** State after a failure; position and counts stay. */
    public SourceState failed(Instant when, String why) {
        return new SourceState(schema, id, kind, position, lastSuccess, when, why, sent, refused);
    }
}
