package io.newsfold.enrich.stream;

import io.newsfold.contract.JsonSerde;
import io.newsfold.enrich.thread.Ledger;
import io.newsfold.enrich.thread.Node;
import io.newsfold.enrich.thread.Pair;
import io.newsfold.enrich.thread.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The ledger of the reading in Kafka Streams' stores. Pairs and members lie under {@code owner|other}, so that an owner's are one range. */
final class StoreLedger implements Ledger {
    private static final String NODES = "thread-nodes";
    private static final String PAIRS = "thread-pairs";
    private static final String MEMBERS = "thread-members";
    private static final String LAST = "thread-last";
    private static final String ONLY = "last";

    private final KeyValueStore<String, Node> nodes;
    private final KeyValueStore<String, Pair> pairs;
    private final KeyValueStore<String, Member> members;
    private final KeyValueStore<String, Place> last;

    /** Gives access to the stores by name. */
    interface Stored {
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Kafka Streams' own
        <S extends StateStore> S store(String name);
    }

    StoreLedger(Stored stored) {
        nodes = stored.store(NODES);
        pairs = stored.store(PAIRS);
        members = stored.store(MEMBERS);
        last = stored.store(LAST);
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(NODES, Node.class),
                store(PAIRS, Pair.class),
                store(MEMBERS, Member.class),
                store(LAST, Place.class));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        Serde<T> values = new JsonSerde<>(type);
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    @Override
    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public void put(Node node) {
        nodes.put(node.id(), node);
        if (last().filter(place -> !place.isBefore(node.place())).isEmpty()) {
            last.put(ONLY, node.place());
        }
    }

    @Override
    public List<Pair> pairs(String id) {
        return range(pairs, id);
    }

    @Override
    public void putPair(String id, Pair pair) {
        pairs.put(id + "|" + pair.other(), pair);
    }

    @Override
    public void removePair(String id, String other) {
        pairs.delete(id + "|" + other);
    }

    @Override
    public List<Member> members(String story) {
        return range(members, story);
    }

    @Override
    public void putMember(String story, Member member) {
        members.put(story + "|" + member.place().id(), member);
    }

    @Override
    public void removeMember(String story, String id) {
        members.delete(story + "|" + id);
    }

    @Override
    public Optional<Place> last() {
        return Optional.ofNullable(last.get(ONLY));
    }

    private static <T> List<T> range(KeyValueStore<String, T> store, String owner) {
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<String, T> all = store.prefixScan(owner + "|", new StringSerializer())) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }
}
