package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.NameKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Computes each {@link NameKey} once for an article, which repeats its names. Not thread-safe. */
final class NameKeyCache {
    private final Map<EntityType, Map<String, String>> keys = new EnumMap<>(EntityType.class);

    String of(EntityType type, String name) {
        return keys.computeIfAbsent(type, t -> new HashMap<>()).computeIfAbsent(name, n -> NameKey.of(type, n));
    }
}
