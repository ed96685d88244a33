package io.newsfold.enrich.stream;

import io.newsfold.contract.JsonSerde;
import io.newsfold.enrich.thread.Ledger;
import io.newsfold.enrich.thread.Node;
import io.newsfold.enrich.thread.Pair;
import io.newsfold.enrich.thread.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The ledger of the reading in Kafka Streams' stores. Pairs and members lie under {@code owner|other}, so that an owner's are one range. What was read lately is
 * kept at hand: only this task writes here.
 */
final class StoreLedger implements Ledger {
    private static final String NODES = "thread-nodes";
    private static final String PAIRS = "thread-pairs";
    private static final String MEMBERS = "thread-members";
    private static final String LAST = "thread-last";
    private static final String ONLY = "last";
    private static final String SEPARATOR = "|";
    private static final int NODES_AT_HAND = 50_000;
    private static final int OWNERS_AT_HAND = 10_000;

    private final KeyValueStore<String, Node> nodes;
    private final KeyValueStore<String, Place> last;
    private final Map<String, Node> nodesAtHand = new Recent<>(NODES_AT_HAND);
    private final Owned<Pair> pairs;
    private final Owned<Member> members;

    /** Gives access to the stores by name. */
    interface Stored {
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Kafka Streams' own
        <S extends StateStore> S store(String name);
    }

    StoreLedger(Stored stored) {
        nodes = stored.store(NODES);
        last = stored.store(LAST);
        pairs = new Owned<>(stored.store(PAIRS));
        members = new Owned<>(stored.store(MEMBERS));
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(NODES, Node.class),
                store(PAIRS, Pair.class),
                store(MEMBERS, Member.class),
                store(LAST, Place.class));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), new JsonSerde<>(type));
    }

    @Override
    public Optional<Node> node(String id) {
        Node atHand = nodesAtHand.get(id);
        if (atHand != null) {
            return Optional.of(atHand);
        }
        Optional<Node> stored = Optional.ofNullable(nodes.get(id));
        stored.ifPresent(node -> nodesAtHand.put(id, node));
        return stored;
    }

    @Override
    public void put(Node node) {
        nodes.put(node.id(), node);
        nodesAtHand.put(node.id(), node);
        if (last().filter(place -> !place.isBefore(node.place())).isEmpty()) {
            last.put(ONLY, node.place());
        }
    }

    @Override
    public List<Pair> pairs(String id) {
        return pairs.of(id);
    }

    @Override
    public void putPair(String id, Pair pair) {
        pairs.put(id, pair.other(), pair);
    }

    @Override
    public void removePair(String id, String other) {
        pairs.remove(id, other);
    }

    @Override
    public List<Member> members(String story) {
        return members.of(story);
    }

    @Override
    public void putMember(String story, Member member) {
        members.put(story, member.place().id(), member);
    }

    @Override
    public void removeMember(String story, String id) {
        members.remove(story, id);
    }

    @Override
    public Optional<Place> last() {
        return Optional.ofNullable(last.get(ONLY));
    }

    /** Things that belong to an owner, each under a key of its own. */
    private static final class Owned<T> {
        private final KeyValueStore<String, T> store;
        private final Map<String, Map<String, T>> atHand = new Recent<>(OWNERS_AT_HAND);

        Owned(KeyValueStore<String, T> store) {
            this.store = store;
        }

        List<T> of(String owner) {
            return List.copyOf(load(owner).values());
        }

        void put(String owner, String key, T thing) {
            load(owner).put(key, thing);
            store.put(owner + SEPARATOR + key, thing);
        }

        void remove(String owner, String key) {
            if (load(owner).remove(key) != null) {
                store.delete(owner + SEPARATOR + key);
            }
        }

        private Map<String, T> load(String owner) {
            Map<String, T> things = atHand.get(owner);
            if (things == null) {
                things = new HashMap<>();
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
