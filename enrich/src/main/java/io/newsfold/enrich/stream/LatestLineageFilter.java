package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Lineage;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Drops outdated lineages of an article. When an article comes in a new version in another language, the clustering
 * tasks of both languages send a lineage, and one of them may lag behind.
 */
final class LatestLineageFilter implements FixedKeyProcessor<String, Lineage, Lineage> {
    private static final String STORE = "lineage-versions";
    private static final String VERSION = "version";

    private FixedKeyProcessorContext<String, Lineage> context;
    private KeyValueStore<String, Long> versions;

    @SuppressWarnings("NullAway.Init")
    LatestLineageFilter() {}

    static StoreBuilder<?> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long());
    }

    /** Headers for the lineage of a version of an article. */
    static Headers headers(long version) {
        return new RecordHeaders().add(VERSION, Long.toString(version).getBytes(UTF_8));
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Lineage> initial) {
        context = initial;
        versions = initial.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, Lineage> entry) {
        Header header = entry.headers().lastHeader(VERSION);
        long version = Long.parseLong(new String(header.value(), UTF_8));
        Long latest = versions.get(entry.key());
        // an article that moves from one language to another has one version in both: its tombstone does not count
        boolean isOutdated = latest != null && (version < latest || version == latest && entry.value() == null);
        if (!isOutdated) {
            if (latest == null || version > latest) {
                versions.put(entry.key(), version);
            }
            context.forward(entry);
        }
    }
}
