package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint with its position in the order of all fingerprints.
 *
 * @param id article id
 * @param version the position
 * @param origin of the fingerprint
 * @param fingerprint null where the article was withdrawn
 */
record SequencedFingerprint(
        String id,
        long version,
        FingerprintOrigin origin,
        @Nullable Fingerprint fingerprint) {}
