package io.newsfold.enrich.match;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The durable store of a shard's packed fingerprints, by bucket. Used by one thread at a time. */
public interface FingerprintArchive {
    /** The bucket of an article; empty where the archive has none of it. */
    Optional<BucketName> bucket(String id);

    /** Stores a packed fingerprint, in place of any older one of the article. */
    void put(String id, BucketName bucket, byte[] packed);

    void remove(String id);

    /** Passes all packed fingerprints of a bucket to {@code consumer}, in any order. */
    void forEach(BucketName bucket, Consumer<byte[]> consumer);

    /**
     * The articles of four days in one language.
     *
     * @param language BCP 47 code
     * @param span number of the four-day span since 1970, in UTC
     */
    record BucketName(String language, long span) {
        private static final long SECONDS = 4 * 86_400L;

        static BucketName of(String language, Instant time) {
            return new BucketName(language, span(time.getEpochSecond()));
        }

        /** The span of a time in seconds since 1970. */
        static long span(long seconds) {
            return Math.floorDiv(seconds, SECONDS);
        }
    }
}
