package io.newsfold.contract;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The codec in which our producers write: gzip, the only one that every Kafka client reads without additions. Clients of
 * Node know neither lz4 nor zstd.
 */
public final class Compression {
    /** Settings of a producer, by name. */
    public static final Map<String, Object> PRODUCER_SETTINGS =
            Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip", TopicConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1);

    private Compression() {}
}
