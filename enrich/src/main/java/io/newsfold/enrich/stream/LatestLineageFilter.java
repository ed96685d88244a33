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
 * Lets no lineage of a former version of an article through. An article that comes in a new version in another language is told of by two readings, one of which
 * may lag behind.
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

    /** Headers for the lineage of such a version of an article. */
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
        Long newest = versions.get(entry.key());
        // what leaves one reading and comes into another has the same version in both: there only the coming counts
        boolean isOlder = newest != null && (version < newest || version == newest && entry.value() == null);
        if (!isOlder) {
            if (newest == null || version > newest) {
                versions.put(entry.key(), version);
            }
            context.forward(entry);
        }
    }
}
