package io.newsfold.enrich.stream;

import io.newsfold.contract.Compression;
import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Limits;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of the job.
 *
 * @param client connection to the cluster; any settings of a Kafka client
 * @param stateDir folder of the stores
 * @param partitions number for each keyed topic, at least 1
 * @param shards number of parts that the search of {@code match} is divided into, at least 1
 * @param threads number of stream threads of this instance, at least 1
 * @param commitMillis interval of commits while records have just arrived, and so of visible results, in milliseconds,
 *     at least 1; a backlog is committed every second ({@link PromptCommit})
 * @param tagger the stage tag with its tables
 * @param topics the rules of the stage classify
 * @param crossLanguage whether stories of different languages on one event are linked
 */
public record EnrichConfig(
        Properties client,
        Path stateDir,
        int partitions,
        int shards,
        int threads,
        int commitMillis,
        Tagger tagger,
        TopicRules topics,
        boolean crossLanguage) {
    /**
     * A record that takes all the processor time of a stage on a machine with ten times more to do must not outlast
     * its transaction.
     */
    private static final int TRANSACTION_MILLIS = 45_000;

    public EnrichConfig {
        if (partitions < 1 || shards < 1 || threads < 1 || commitMillis < 1) {
            throw new IllegalArgumentException("partitions, shards, threads and commit interval are at least 1: "
                    + partitions + ", " + shards + ", " + threads + ", " + commitMillis);
        }
    }

    /** Settings for {@code org.apache.kafka.streams.KafkaStreams}; those of {@link #client} take precedence. */
    public Properties streams() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, InternalTopics.APPLICATION_ID);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Math.max(commitMillis, PromptCommit.BACKLOG_INTERVAL.toMillis()));
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L * 1024 * 1024);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RejectingHandler.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableHandler.class);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ArrivalTime.class);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Limits.RECORD_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        Compression.PRODUCER_SETTINGS.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Limits.RECORD_BYTES);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * 1024 * 1024);
        settings.putAll(client);
        return settings;
    }
}
