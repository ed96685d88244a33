package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.MatchIndex;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One shard of the search: sees every fingerprint, keeps its share of the articles, sends what it finds to the reading of the language. */
final class MatchProcessor implements Processor<String, Sequenced, String, Matched> {
    static final String STORE = "match-fingerprints";

    private final int shards;
    private final MatchIndex index = new MatchIndex();
    private ProcessorContext<String, Matched> context;
    private KeyValueStore<String, Sequenced> fingerprints;

    @SuppressWarnings("NullAway.Init")
    MatchProcessor(int shards) {
        this.shards = shards;
    }

    @Override
    public void init(ProcessorContext<String, Matched> initial) {
        context = initial;
        fingerprints = initial.getStateStore(STORE);
        try (KeyValueIterator<String, Sequenced> all = fingerprints.all()) {
            while (all.hasNext()) {
                KeyValue<String, Sequenced> kept = all.next();
                Fingerprint fingerprint = kept.value.fingerprint();
                if (fingerprint != null) {
                    index.put(fingerprint, kept.value.version());
                }
            }
        }
    }

    @Override
    public void process(Record<String, Sequenced> entry) {
        Sequenced sequenced = entry.value();
        Fingerprint fingerprint = sequenced.fingerprint();
        Optional<String> before = index.language(entry.key());
        if (before.isPresent() && (fingerprint == null || !before.get().equals(fingerprint.language()))) {
            context.forward(new Record<>(before.get(), Matched.gone(sequenced), entry.timestamp()));
        }
        if (fingerprint != null) {
            Matched matched = new Matched(
                    entry.key(),
                    sequenced.version(),
                    fingerprint.time(),
                    fingerprint.headline(),
                    index.pairs(fingerprint, sequenced.version()));
            context.forward(new Record<>(fingerprint.language(), matched, entry.timestamp()));
        }
        keep(sequenced, fingerprint);
    }

    private void keep(Sequenced sequenced, @org.jspecify.annotations.Nullable Fingerprint fingerprint) {
        if (Math.floorMod(sequenced.id().hashCode(), shards) != context.taskId().partition() % shards) {
            return;
        }
        if (fingerprint == null) {
            index.remove(sequenced.id());
            fingerprints.delete(sequenced.id());
        } else {
            index.put(fingerprint, sequenced.version());
            fingerprints.put(sequenced.id(), sequenced);
        }
    }
}
