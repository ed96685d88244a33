package io.newsfold.contract;

import java.util.Map;

/**
 * The codec in which our producers write: gzip, the only one that every Kafka client reads without additions. Clients
 * of Node know neither lz4 nor zstd.
 */
public final class Compression {
    /** Settings of a producer, by name. */
    public static final Map<String, Object> PRODUCER_SETTINGS =
            Map.of("compression.type", "gzip", "compression.gzip.level", 1);

    private Compression() {}
}
