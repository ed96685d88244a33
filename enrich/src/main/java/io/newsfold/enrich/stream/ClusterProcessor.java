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

/** Clusters the articles of a task's languages: pairs and overrides in, lineages and story changes out. */
final class ClusterProcessor implements Processor<String, ClusterInput, String, ClusterOutput> {
    private ProcessorContext<String, ClusterOutput> context;
    private StreamsClusterStore store;
    private IncrementalClustering clustering;

    @SuppressWarnings("NullAway.Init")
    ClusterProcessor() {}

    @Override
    public void init(ProcessorContext<String, ClusterOutput> initial) {
        context = initial;
        store = new StreamsClusterStore(new StreamsClusterStore.StoreLookup() {
            @Override
            @SuppressWarnings("TypeParameterUnusedInFormals") // the same signature as in Kafka Streams
            public <S extends StateStore> S store(String name) {
                return initial.getStateStore(name);
            }
        });
        clustering = new IncrementalClustering(store, Thresholds.DEFAULT);
    }

    @Override
    public void process(Record<String, ClusterInput> entry) {
        Reclustering reclustering = entry.value().applyTo(clustering, entry.key());
        for (String id : withNewLineage(reclustering)) {
            ClusteredArticle article = store.article(id).orElseThrow();
            context.forward(new Record<>(
                    id,
                    new ClusterOutput.ArticleLineage(lineage(article), article.partition()),
                    entry.timestamp(),
                    JoinInput.LineageChange.headers(article.version())));
        }
        for (StoryChange change :
                StoryChangeEvents.of(reclustering, store, entry.value().time())) {
            context.forward(new Record<>(change.story(), new ClusterOutput.ChangedStory(change), entry.timestamp()));
        }
    }

    /**
     * Articles with a new lineage: those with a new decision, and all of a story whose first article has a new
     * headline.
     */
    private Set<String> withNewLineage(Reclustering reclustering) {
        Set<String> ids = new LinkedHashSet<>();
        for (Reclustering.Change change : reclustering.changes().values()) {
            ClusteredArticle now = change.after();
            boolean hasNewDecision = now.withdrawn()
                    || now.decision() == null
                    || !now.decision().equals(change.before().decision());
            boolean isFirst = now.decision() != null && now.decision().story().equals(now.id());
            boolean hasNewHeadline = !now.headline().equals(change.before().headline());
            if (hasNewDecision || isFirst && hasNewHeadline) {
                ids.add(now.id());
            }
            if (isFirst && hasNewHeadline) {
                store.members(now.id())
                        .forEach(member -> ids.add(member.position().id()));
            }
        }
        return ids;
    }

    private @Nullable Lineage lineage(ClusteredArticle article) {
        Decision decision = article.decision();
        if (article.withdrawn() || decision == null) {
            return null;
        }
        String headline =
                store.article(decision.story()).map(ClusteredArticle::headline).orElse("");
        return new Lineage(
                Lineage.SCHEMA,
                article.id(),
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
