package io.newsfold.enrich.stream;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusterStore;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.match.CandidatePair;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of the clustering in stores of Kafka Streams. The keys of pairs and members are {@code owner|position}, so
 * that those of an owner are one range in canonical order. Recent reads are cached, since only this task writes here;
 * overrides are few and cached in full.
 */
public final class StreamsClusterStore implements ClusterStore {
    private static final String ARTICLES = "cluster-articles";
    private static final String PAIRS = "cluster-pairs";
    private static final String MEMBERS = "cluster-members";
    private static final String OVERRIDES = "cluster-overrides";
    private static final String LAST = "cluster-last-position";
    private static final String LAST_KEY = "last";
    private static final String SEPARATOR = "|";
    private static final int MAX_CACHED_ARTICLES = 50_000;
    private static final int MAX_CACHED_OWNERS = 5_000;

    private final KeyValueStore<String, ClusteredArticle> articles;
    private final KeyValueStore<String, LineageOverride> overrides;
    private final KeyValueStore<String, CanonicalPosition> last;
    private final Map<String, ClusteredArticle> cachedArticles = new RecentlyUsed<>(MAX_CACHED_ARTICLES);
    private final Map<String, Map<String, LineageOverride>> cachedOverrides = new HashMap<>();
    private final OwnedValues<CandidatePair> pairs;
    private final OwnedValues<Member> members;
    private Optional<CanonicalPosition> cachedLast;

    /** Gives access to the stores by name. */
    public interface StoreLookup {
        @SuppressWarnings("TypeParameterUnusedInFormals") // the same signature as in Kafka Streams
        <S extends StateStore> S store(String name);
    }

    public StreamsClusterStore(StoreLookup lookup) {
        articles = lookup.store(ARTICLES);
        overrides = lookup.store(OVERRIDES);
        last = lookup.store(LAST);
        pairs = new OwnedValues<>(lookup.store(PAIRS));
        members = new OwnedValues<>(lookup.store(MEMBERS));
        cachedLast = Optional.ofNullable(last.get(LAST_KEY));
        try (KeyValueIterator<String, LineageOverride> all = overrides.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
    }

    public static Set<StoreBuilder<?>> stores() {
        return PersistentStore.inFixedOrder(
                PersistentStore.builder(ARTICLES, new JsonSerde<>(ClusteredArticle.class)),
                PersistentStore.builder(PAIRS, ClusterStoreSerdes.pairs()),
                PersistentStore.builder(MEMBERS, ClusterStoreSerdes.members()),
                PersistentStore.builder(OVERRIDES, new JsonSerde<>(LineageOverride.class)),
                PersistentStore.builder(LAST, new JsonSerde<>(CanonicalPosition.class)));
    }

    @Override
    public Optional<ClusteredArticle> article(String id) {
        ClusteredArticle cached = cachedArticles.get(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<ClusteredArticle> stored = Optional.ofNullable(articles.get(id));
        stored.ifPresent(article -> cachedArticles.put(id, article));
        return stored;
    }

    @Override
    public void put(ClusteredArticle article) {
        articles.put(article.id(), article);
        cachedArticles.put(article.id(), article);
        if (cachedLast
                .filter(position -> !position.isBefore(article.position()))
                .isEmpty()) {
            last.put(LAST_KEY, article.position());
            cachedLast = Optional.of(article.position());
        }
    }

    @Override
    public Collection<CandidatePair> pairs(String id) {
        return pairs.of(id).values();
    }

    @Override
    public Collection<CandidatePair> pairsAfter(String id, CanonicalPosition position) {
        return pairs.of(id).tailMap(position.sortable(), false).values();
    }

    @Override
    public void putPair(String id, CandidatePair pair) {
        pairs.put(id, pair.other(), pair);
    }

    @Override
    public void removePair(String id, CanonicalPosition other) {
        pairs.remove(id, other);
    }

    @Override
    public Collection<Member> members(String story) {
        return members.of(story).values();
    }

    @Override
    public void putMember(String story, Member member) {
        members.put(story, member.position(), member);
    }

    @Override
    public void removeMember(String story, CanonicalPosition position) {
        members.remove(story, position);
    }

    @Override
    public List<LineageOverride> overrides(String id) {
        return List.copyOf(cachedOverrides.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void putOverride(LineageOverride override) {
        overrides.put(override.key(), override);
        remember(override);
    }

    private void remember(LineageOverride override) {
        for (String id : List.of(override.a(), override.b())) {
            cachedOverrides.computeIfAbsent(id, i -> new TreeMap<>()).put(override.key(), override);
        }
    }

    @Override
    public Optional<CanonicalPosition> last() {
        return cachedLast;
    }

    /** Values that belong to an owner and have positions, each under a key of its own. */
    private static final class OwnedValues<T> {
        private final KeyValueStore<String, T> store;
        private final Map<String, TreeMap<String, T>> cached = new RecentlyUsed<>(MAX_CACHED_OWNERS);

        OwnedValues(KeyValueStore<String, T> store) {
            this.store = store;
        }

        void put(String owner, CanonicalPosition position, T value) {
            String key = position.sortable();
            TreeMap<String, T> known = cached.get(owner);
            if (known != null) {
                known.put(key, value);
            }
            store.put(owner + SEPARATOR + key, value);
        }

        void remove(String owner, CanonicalPosition position) {
            String key = position.sortable();
            TreeMap<String, T> known = cached.get(owner);
            if (known != null) {
                known.remove(key);
            }
            store.delete(owner + SEPARATOR + key);
        }

        /** By sortable position. */
        NavigableMap<String, T> of(String owner) {
            TreeMap<String, T> values = cached.get(owner);
            if (values == null) {
                values = new TreeMap<>();
                try (KeyValueIterator<String, T> all = store.prefixScan(owner + SEPARATOR, new StringSerializer())) {
                    while (all.hasNext()) {
                        var entry = all.next();
                        values.put(entry.key.substring(owner.length() + SEPARATOR.length()), entry.value);
                    }
                }
                cached.put(owner, values);
            }
            return values;
        }
    }
}
