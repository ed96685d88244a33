package io.newsfold.enrich.stream;

import io.newsfold.enrich.thread.Pair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one shard found for a fingerprint.
 *
 * @param version of the fingerprint
 * @param time place in the canonical order; null where the article is withdrawn
 * @param headline of the article
 * @param pairs with articles of the shard
 */
record Matched(String id, long version, @Nullable Instant time, String headline, List<Pair> pairs) {
    static Matched gone(Sequenced sequenced) {
        return new Matched(sequenced.id(), sequenced.version(), null, "", List.of());
    }
}
