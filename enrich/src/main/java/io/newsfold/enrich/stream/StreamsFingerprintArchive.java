package io.newsfold.enrich.stream;

import io.newsfold.enrich.match.FingerprintArchive;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The archive of a shard in stores of Kafka Streams. The key of a fingerprint is {@code language|span|id}, so that a
 * bucket is one range.
 */
public final class StreamsFingerprintArchive implements FingerprintArchive {
    private static final String FINGERPRINTS = "match-fingerprints";
    private static final String BUCKETS = "match-buckets";
    private static final String SEPARATOR = "|";

    private final KeyValueStore<String, byte[]> fingerprints;
    private final KeyValueStore<String, String> buckets;

    public StreamsFingerprintArchive(ProcessorContext<?, ?> context) {
        fingerprints = context.getStateStore(FINGERPRINTS);
        buckets = context.getStateStore(BUCKETS);
    }

    public static Set<StoreBuilder<?>> stores() {
        return PersistentStore.inFixedOrder(
                PersistentStore.builder(FINGERPRINTS, Serdes.ByteArray()),
                PersistentStore.builder(BUCKETS, Serdes.String()));
    }

    @Override
    public Optional<BucketName> bucket(String id) {
        return Optional.ofNullable(buckets.get(id)).map(StreamsFingerprintArchive::parse);
    }

    @Override
    public void put(String id, BucketName bucket, byte[] packed) {
        String key = key(bucket);
        buckets.put(id, key);
        fingerprints.put(key + id, packed);
    }

    @Override
    public void remove(String id) {
        String key = buckets.delete(id);
        if (key != null) {
            fingerprints.delete(key + id);
        }
    }

    @Override
    public void forEach(BucketName bucket, Consumer<byte[]> consumer) {
        try (KeyValueIterator<String, byte[]> all = fingerprints.prefixScan(key(bucket), new StringSerializer())) {
            all.forEachRemaining(entry -> consumer.accept(entry.value));
        }
    }

    private static String key(BucketName bucket) {
        return bucket.language() + SEPARATOR + bucket.span() + SEPARATOR;
    }

    private static BucketName parse(String key) {
        String[] parts = key.split("\\|", -1);
        return new BucketName(parts[0], Long.parseLong(parts[1]));
    }
}
