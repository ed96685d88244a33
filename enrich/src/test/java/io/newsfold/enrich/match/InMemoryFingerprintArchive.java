package io.newsfold.enrich.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An archive on maps, for tests. */
public final class InMemoryFingerprintArchive implements FingerprintArchive {
    private final Map<String, BucketName> buckets = new HashMap<>();
    private final Map<BucketName, Map<String, byte[]>> prints = new HashMap<>();

    @Override
    public Optional<BucketName> bucket(String id) {
        return Optional.ofNullable(buckets.get(id));
    }

    @Override
    public void put(String id, BucketName bucket, byte[] print) {
        buckets.put(id, bucket);
        prints.computeIfAbsent(bucket, b -> new HashMap<>()).put(id, print);
    }

    @Override
    public void remove(String id) {
        BucketName bucket = buckets.remove(id);
        if (bucket != null) {
            prints.getOrDefault(bucket, new HashMap<>()).remove(id);
        }
    }

    @Override
    public void forEach(BucketName bucket, Consumer<byte[]> taker) {
        prints.getOrDefault(bucket, Map.of()).values().forEach(taker);
    }
}
