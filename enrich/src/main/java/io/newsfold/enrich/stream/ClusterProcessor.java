package io.newsfold.enrich.stream;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.Lineage.Link;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Lineage.StoryRef;
import io.newsfold.contract.StoryChange;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.cluster.Reclustering;
import io.newsfold.enrich.cluster.StoryChangeEvents;
import io.newsfold.enrich.match.Thresholds;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The reading of one language: pairs and overrides in, lineages and story changes out. */
final class ClusterProcessor implements Processor<String, ClusterInput, String, ClusterOutput> {
    private ProcessorContext<String, ClusterOutput> context;
    private StreamsClusterStore ledger;
    private IncrementalClustering reading;

    @SuppressWarnings("NullAway.Init")
    ClusterProcessor() {}

    @Override
    public void init(ProcessorContext<String, ClusterOutput> initial) {
        context = initial;
        ledger = new StreamsClusterStore(new StreamsClusterStore.Stored() {
            @Override
            @SuppressWarnings("TypeParameterUnusedInFormals") // as Kafka Streams' own
            public <S extends StateStore> S store(String name) {
                return initial.getStateStore(name);
            }
        });
        reading = new IncrementalClustering(ledger, Thresholds.DEFAULT);
    }

    @Override
    public void process(Record<String, ClusterInput> entry) {
        Reclustering wave = entry.value().applyTo(reading, entry.key());
        for (String id : toTell(wave)) {
            ClusteredArticle node = ledger.node(id).orElseThrow();
            context.forward(new Record<>(
                    id,
                    new ClusterOutput.ArticleLineage(lineage(node)),
                    entry.timestamp(),
                    LatestLineageFilter.headers(node.version())));
        }
        for (StoryChange change : StoryChangeEvents.of(wave, ledger)) {
            context.forward(new Record<>(change.story(), new ClusterOutput.ChangedStory(change), entry.timestamp()));
        }
    }

    /** Articles whose lineage is another now: those decided anew, and all of a story whose first article changed its headline. */
    private Set<String> toTell(Reclustering wave) {
        Set<String> ids = new LinkedHashSet<>();
        for (Reclustering.Change change : wave.changes().values()) {
            ClusteredArticle now = change.after();
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

    private @Nullable Lineage lineage(ClusteredArticle node) {
        Decision decision = node.decision();
        if (node.gone() || decision == null) {
            return null;
        }
        String headline =
                ledger.node(decision.story()).map(ClusteredArticle::headline).orElse("");
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
