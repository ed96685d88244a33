package io.newsfold.enrich.stream;

import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.thread.Pair;
import io.newsfold.enrich.thread.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reading is told: what one shard found for a fingerprint, or what a person said.
 *
 * @param id of the article; of the smaller one, for an override
 * @param version of the fingerprint
 * @param place in the canonical order; null where the article is withdrawn, and for an override
 * @param headline of the article
 * @param pairs with articles of the shard
 * @param override null for a fingerprint
 */
record Matched(
        String id,
        long version,
        @Nullable Place place,
        String headline,
        List<Pair> pairs,
        @Nullable LineageOverride override) {
    static Matched found(Place place, long version, String headline, List<Pair> pairs) {
        return new Matched(place.id(), version, place, headline, pairs, null);
    }

    static Matched gone(Sequenced sequenced) {
        return new Matched(sequenced.id(), sequenced.version(), null, "", List.of(), null);
    }

    static Matched said(LineageOverride override) {
        return new Matched(override.a(), 0, null, "", List.of(), override);
    }
}
