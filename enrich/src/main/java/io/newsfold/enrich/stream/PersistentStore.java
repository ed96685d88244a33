package io.newsfold.enrich.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of our processors: by a string, on disk, with a changelog. */
final class PersistentStore {
    private PersistentStore() {}

    static <V> StoreBuilder<KeyValueStore<String, V>> builder(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    /** The order of {@code Set.of} changes from run to run, and with it the description of the topology. */
    static Set<StoreBuilder<?>> inFixedOrder(StoreBuilder<?>... stores) {
        return new LinkedHashSet<>(List.of(stores));
    }
}
