package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint with its position in the order of all fingerprints.
 *
 * @param id article id
 * @param version the position
 * @param fetched fetch time of the delivery that caused it
 * @param fingerprint null where the article was withdrawn
 */
record SequencedFingerprint(
        String id, long version, Instant fetched, @Nullable Fingerprint fingerprint) {}
