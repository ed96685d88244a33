package io.newsfold.enrich.stream;

import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.thread.Place;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** One shard of the search: sees every fingerprint, keeps its share of the articles, sends what it finds to the reading of the language. */
final class MatchProcessor implements Processor<String, Sequenced, String, Matched> {
    /** Of a shard; about 1.5 KB of heap each. */
    private static final int ARTICLES_AT_HAND = 400_000;

    private final int shards;
    private ProcessorContext<String, Matched> context;
    private MatchIndex index;

    @SuppressWarnings("NullAway.Init")
    MatchProcessor(int shards) {
        this.shards = shards;
    }

    @Override
    public void init(ProcessorContext<String, Matched> initial) {
        context = initial;
        index = new MatchIndex(
                new StoreArchive(initial), initial.stateDir().toPath().resolve("index"), ARTICLES_AT_HAND);
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
            Place place = new Place(fingerprint.time(), fingerprint.seen(), entry.key());
            Matched matched = Matched.found(
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
