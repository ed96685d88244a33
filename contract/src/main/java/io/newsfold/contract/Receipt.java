package io.newsfold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One raw record that could be used, on {@link Topic#RECEIPTS}. Receipts and rejections together are as many as raw records.
 *
 * @param id article id
 * @param key raw key
 * @param raw where the raw record stands
 * @param version digest of the version that it delivered, as in {@link CleanArticle.Version#sha256()}; null for a withdrawal
 */
public record Receipt(
        String schema,
        String id,
        String key,
        Coordinates raw,
        Instant fetched,
        String origin,
        @Nullable String version) {

    public static final String SCHEMA = "newsfold/receipt/1";
}
