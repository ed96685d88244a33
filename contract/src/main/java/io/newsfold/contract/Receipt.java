package io.newsfold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Receipt for one usable raw record, on {@link Topic#RECEIPTS}. Each raw record has one receipt or one rejection.
 *
 * @param id article id
 * @param key raw key
 * @param raw coordinates of the raw record
 * @param version digest of the delivered version, as in {@link CleanArticle.Version#sha256()}; null for a
 *     withdrawal
 * @param sketch of its text; null for a withdrawal, and in receipts of earlier builds
 */
public record Receipt(
        String schema,
        String id,
        String key,
        Coordinates raw,
        Instant fetched,
        String origin,
        @Nullable String version,
        @Nullable TextSketch sketch) {

    public static final String SCHEMA = Topic.RECEIPTS.schema();
}
