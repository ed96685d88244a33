package io.newsfold.enrich.stream;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusterStore;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.match.CandidatePair;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The ledger of the reading in Kafka Streams' stores. Pairs and members lie under {@code owner|place}, so that an owner's are one range in canonical order. What
 * was read lately is kept at hand: only this task writes here. What people said is all at hand.
 */
public final class StreamsClusterStore implements ClusterStore {
    private static final String NODES = "thread-nodes";
    private static final String PAIRS = "thread-pairs";
    private static final String MEMBERS = "thread-members";
    private static final String OVERRIDES = "thread-overrides";
    private static final String LAST = "thread-last";
    private static final String ONLY = "last";
    private static final String SEPARATOR = "|";
    private static final int NODES_AT_HAND = 50_000;
    private static final int OWNERS_AT_HAND = 5_000;

    private final KeyValueStore<String, ClusteredArticle> nodes;
    private final KeyValueStore<String, LineageOverride> overrides;
    private final KeyValueStore<String, CanonicalPosition> last;
    private final Map<String, ClusteredArticle> nodesAtHand = new Recent<>(NODES_AT_HAND);
    private final Map<String, Map<String, LineageOverride>> overridesAtHand = new HashMap<>();
    private final Owned<CandidatePair> pairs;
    private final Owned<Member> members;
    private Optional<CanonicalPosition> lastAtHand;

    /** Gives access to the stores by name. */
    public interface Stored {
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Kafka Streams' own
        <S extends StateStore> S store(String name);
    }

    public StreamsClusterStore(Stored stored) {
        nodes = stored.store(NODES);
        overrides = stored.store(OVERRIDES);
        last = stored.store(LAST);
        pairs = new Owned<>(stored.store(PAIRS));
        members = new Owned<>(stored.store(MEMBERS));
        lastAtHand = Optional.ofNullable(last.get(ONLY));
        try (KeyValueIterator<String, LineageOverride> all = overrides.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
    }

    public static Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(NODES, new JsonSerde<>(ClusteredArticle.class)),
                store(PAIRS, ClusterStoreSerdes.pairs()),
                store(MEMBERS, ClusterStoreSerdes.members()),
                store(OVERRIDES, new JsonSerde<>(LineageOverride.class)),
                store(LAST, new JsonSerde<>(CanonicalPosition.class)));
    }

    private static StoreBuilder<?> store(String name, Serde<?> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    @Override
    public Optional<ClusteredArticle> node(String id) {
        ClusteredArticle atHand = nodesAtHand.get(id);
        if (atHand != null) {
            return Optional.of(atHand);
        }
        Optional<ClusteredArticle> stored = Optional.ofNullable(nodes.get(id));
        stored.ifPresent(node -> nodesAtHand.put(id, node));
        return stored;
    }

    @Override
    public void put(ClusteredArticle node) {
        nodes.put(node.id(), node);
        nodesAtHand.put(node.id(), node);
        if (lastAtHand.filter(place -> !place.isBefore(node.place())).isEmpty()) {
            last.put(ONLY, node.place());
            lastAtHand = Optional.of(node.place());
        }
    }

    @Override
    public Collection<CandidatePair> pairs(String id) {
        return pairs.of(id).values();
    }

    @Override
    public Collection<CandidatePair> pairsAfter(String id, CanonicalPosition place) {
        return pairs.of(id).tailMap(place.sortable(), false).values();
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
        members.put(story, member.place(), member);
    }

    @Override
    public void removeMember(String story, CanonicalPosition place) {
        members.remove(story, place);
    }

    @Override
    public List<LineageOverride> overrides(String id) {
        return List.copyOf(overridesAtHand.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void putOverride(LineageOverride override) {
        overrides.put(override.key(), override);
        remember(override);
    }

    private void remember(LineageOverride override) {
        for (String id : List.of(override.a(), override.b())) {
            overridesAtHand.computeIfAbsent(id, i -> new TreeMap<>()).put(override.key(), override);
        }
    }

    @Override
    public Optional<CanonicalPosition> last() {
        return lastAtHand;
    }

    /** Things that belong to an owner and have places, each under a key of its own. */
    private static final class Owned<T> {
        private final KeyValueStore<String, T> store;
        private final Map<String, TreeMap<String, T>> atHand = new Recent<>(OWNERS_AT_HAND);

        Owned(KeyValueStore<String, T> store) {
            this.store = store;
        }

        void put(String owner, CanonicalPosition place, T thing) {
            String key = place.sortable();
            TreeMap<String, T> known = atHand.get(owner);
            if (known != null) {
                known.put(key, thing);
            }
            store.put(owner + SEPARATOR + key, thing);
        }

        void remove(String owner, CanonicalPosition place) {
            String key = place.sortable();
            TreeMap<String, T> known = atHand.get(owner);
            if (known != null) {
                known.remove(key);
            }
            store.delete(owner + SEPARATOR + key);
        }

        /** By sortable place. */
        NavigableMap<String, T> of(String owner) {
            TreeMap<String, T> things = atHand.get(owner);
            if (things == null) {
                things = new TreeMap<>();
                try (KeyValueIterator<String, T> all = store.prefixScan(owner + SEPARATOR, new StringSerializer())) {
                    while (all.hasNext()) {
                        var entry = all.next();
                        things.put(entry.key.substring(owner.length() + SEPARATOR.length()), entry.value);
                    }
                }
                atHand.put(owner, things);
            }
            return things;
        }
    }

    /** Forgets what was not asked for longest. */
    private static final class Recent<T> extends LinkedHashMap<String, T> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Recent(int most) {
            super(64, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
        }
    }
}
