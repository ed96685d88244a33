package io.newsfold.enrich.match;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the prints of a shard are kept for good, by the bucket that they belong to. Used by one thread at a time. */
public interface FingerprintArchive {
    /** The bucket of an article that is kept. */
    Optional<BucketName> bucket(String id);

    /** Keeps a print, in place of any older one of the article. */
    void put(String id, BucketName bucket, byte[] print);

    void remove(String id);

    /** Hands over all prints of a bucket, in any order. */
    void forEach(BucketName bucket, Consumer<byte[]> taker);

    /**
     * The articles of a few days in one language.
     *
     * @param language BCP 47 code
     * @param span number of the days, in fours since 1970, in UTC
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
