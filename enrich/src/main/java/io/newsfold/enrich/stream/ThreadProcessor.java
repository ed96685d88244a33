package io.newsfold.enrich.stream;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.Lineage.Link;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Lineage.StoryRef;
import io.newsfold.contract.StoryChange;
import io.newsfold.enrich.thread.Node;
import io.newsfold.enrich.thread.Node.Decision;
import io.newsfold.enrich.thread.Place;
import io.newsfold.enrich.thread.Reading;
import io.newsfold.enrich.thread.StoryChanges;
import io.newsfold.enrich.thread.Thresholds;
import io.newsfold.enrich.thread.Wave;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The reading of one language: pairs and overrides in, lineages and story changes out. */
final class ThreadProcessor implements Processor<String, Matched, String, Threaded> {
    private ProcessorContext<String, Threaded> context;
    private StoreLedger ledger;
    private Reading reading;

    @SuppressWarnings("NullAway.Init")
    ThreadProcessor() {}

    @Override
    public void init(ProcessorContext<String, Threaded> initial) {
        context = initial;
        ledger = new StoreLedger(new StoreLedger.Stored() {
            @Override
            @SuppressWarnings("TypeParameterUnusedInFormals") // as Kafka Streams' own
            public <S extends StateStore> S store(String name) {
                return initial.getStateStore(name);
            }
        });
        reading = new Reading(ledger, Thresholds.DEFAULT);
    }

    @Override
    public void process(Record<String, Matched> entry) {
        Matched matched = entry.value();
        Wave wave = read(entry.key(), matched);
        for (String id : toTell(wave)) {
            Node node = ledger.node(id).orElseThrow();
            context.forward(new Record<>(
                    id,
                    Threaded.ofLineage(id, lineage(node)),
                    entry.timestamp(),
                    NewestLineage.headers(node.version())));
        }
        for (StoryChange change : StoryChanges.of(wave, ledger)) {
            context.forward(new Record<>(change.story(), Threaded.ofChange(change), entry.timestamp()));
        }
    }

    private Wave read(String language, Matched matched) {
        if (matched.override() != null) {
            return reading.override(matched.override());
        }
        Place place = matched.place();
        if (place == null) {
            return reading.withdraw(matched.id(), matched.version());
        }
        Node node = new Node(place, matched.version(), language, matched.headline(), null, false);
        return reading.arrive(node, matched.pairs());
    }

    /** Articles whose lineage is another now: those decided anew, and all of a story whose first article changed its headline. */
    private Set<String> toTell(Wave wave) {
        Set<String> ids = new LinkedHashSet<>();
        for (Wave.Change change : wave.changes().values()) {
            Node now = change.after();
            boolean decided = now.gone()
                    || now.decision() == null
                    || !now.decision().equals(change.before().decision());
            boolean heads = now.decision() != null && now.decision().story().equals(now.id());
            boolean reworded = !now.headline().equals(change.before().headline());
            if (decided || heads && reworded) {
                ids.add(now.id());
            }
            if (heads && reworded) {
                ledger.members(now.id())
                        .forEach(member -> ids.add(member.place().id()));
            }
        }
        return ids;
    }

    private @Nullable Lineage lineage(Node node) {
        Decision decision = node.decision();
        if (node.gone() || decision == null) {
            return null;
        }
        String headline = ledger.node(decision.story()).map(Node::headline).orElse("");
        return new Lineage(
                node.id(),
                new StoryRef(decision.story(), headline),
                decision.relation() == Relation.COPY ? decision.parent() : null,
                new Link(
                        decision.parent(),
                        decision.relation(),
                        rounded(decision.score()),
                        decision.evidence(),
                        decision.byHand()));
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
