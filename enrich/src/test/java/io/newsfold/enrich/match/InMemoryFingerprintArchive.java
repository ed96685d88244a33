package io.newsfold.enrich.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A fingerprint archive on maps, for tests. */
public final class InMemoryFingerprintArchive implements FingerprintArchive {
    private final Map<String, BucketName> buckets = new HashMap<>();
    private final Map<BucketName, Map<String, byte[]>> fingerprints = new HashMap<>();

    @Override
    public Optional<BucketName> bucket(String id) {
        return Optional.ofNullable(buckets.get(id));
    }

    @Override
    public void put(String id, BucketName bucket, byte[] packed) {
        buckets.put(id, bucket);
        fingerprints.computeIfAbsent(bucket, b -> new HashMap<>()).put(id, packed);
    }

    @Override
    public void remove(String id) {
        BucketName bucket = buckets.remove(id);
        if (bucket != null) {
            fingerprints.getOrDefault(bucket, new HashMap<>()).remove(id);
        }
    }

    @Override
    public void forEach(BucketName bucket, Consumer<byte[]> consumer) {
        fingerprints.getOrDefault(bucket, Map.of()).values().forEach(consumer);
    }
}
