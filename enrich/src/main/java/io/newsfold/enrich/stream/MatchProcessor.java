package io.newsfold.enrich.stream;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.MatchIndex;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** One shard of the search: sees every fingerprint, keeps its share of the articles, sends what it finds to the reading of the language. */
final class MatchProcessor implements Processor<String, SequencedFingerprint, String, ClusterInput> {
    /** Of a shard; about 1.5 KB of heap each. */
    private static final int ARTICLES_AT_HAND = 400_000;

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
                ARTICLES_AT_HAND);
    }

    @Override
    public void process(Record<String, SequencedFingerprint> entry) {
        SequencedFingerprint sequenced = entry.value();
        Fingerprint fingerprint = sequenced.fingerprint();
        Optional<String> before = index.language(entry.key());
        if (before.isPresent() && (fingerprint == null || !before.get().equals(fingerprint.language()))) {
            context.forward(new Record<>(
                    before.get(), new ClusterInput.Withdrawn(sequenced.id(), sequenced.version()), entry.timestamp()));
        }
        if (fingerprint != null) {
            CanonicalPosition place = new CanonicalPosition(fingerprint.time(), fingerprint.seen(), entry.key());
            ClusterInput matched = new ClusterInput.Matched(
                    place, sequenced.version(), fingerprint.headline(), index.pairs(fingerprint, sequenced.version()));
            context.forward(new Record<>(fingerprint.language(), matched, entry.timestamp()));
        }
        if (isKeptHere(sequenced.id())) {
            if (fingerprint == null) {
                index.remove(sequenced.id());
            } else {
                index.put(fingerprint, sequenced.version());
            }
        }
    }

    private boolean isKeptHere(String id) {
        return Math.floorMod(id.hashCode(), shards) == context.taskId().partition() % shards;
    }
}
