package io.newsfold.enrich.stream;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.match.SearchableFingerprint;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One shard of the search: receives every fingerprint, stores its share of the articles, sends the pairs that it finds
 * to the clustering of the language.
 */
final class MatchProcessor implements Processor<String, SequencedFingerprint, String, ClusterInput> {
    /** Of a shard; about 1.5 KB of heap each. */
    private static final int MAX_CACHED_ARTICLES = 400_000;

    private final int shards;
    private ProcessorContext<String, ClusterInput> context;
    private MatchIndex index;

    @SuppressWarnings("NullAway.Init")
    MatchProcessor(int shards) {
        this.shards = shards;
    }

    @Override
    public void init(ProcessorContext<String, ClusterInput> initial) {
        context = initial;
        index = new MatchIndex(
                new StreamsFingerprintArchive(initial),
                initial.stateDir().toPath().resolve("index"),
                MAX_CACHED_ARTICLES);
    }

    @Override
    public void process(Record<String, SequencedFingerprint> entry) {
        SequencedFingerprint sequenced = entry.value();
        Fingerprint fingerprint = sequenced.fingerprint();
        index.language(entry.key())
                .filter(language -> fingerprint == null || !language.equals(fingerprint.language()))
                .ifPresent(former -> context.forward(new Record<>(
                        former,
                        new ClusterInput.Withdrawn(
                                sequenced.id(),
                                sequenced.version(),
                                sequenced.origin().fetched()),
                        entry.timestamp())));
        if (fingerprint != null) {
            matchAndStore(fingerprint, sequenced, entry.timestamp());
        } else if (isOfThisShard(sequenced.id())) {
            index.remove(sequenced.id());
        }
    }

    private void matchAndStore(Fingerprint fingerprint, SequencedFingerprint sequenced, long timestamp) {
        SearchableFingerprint searchable = SearchableFingerprint.of(fingerprint, sequenced.version());
        ClusterInput matched = new ClusterInput.Matched(
                CanonicalPosition.of(fingerprint),
                sequenced.version(),
                fingerprint.headline(),
                fingerprint.joinsOnly(),
                sequenced.origin(),
                index.pairs(searchable));
        context.forward(new Record<>(fingerprint.language(), matched, timestamp));
        if (isOfThisShard(fingerprint.id())) {
            index.put(searchable);
        }
    }

    private boolean isOfThisShard(String id) {
        return Math.floorMod(id.hashCode(), shards) == context.taskId().partition() % shards;
    }
}
