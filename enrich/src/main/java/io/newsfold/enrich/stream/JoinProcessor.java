package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.JsonSerde;
import io.newsfold.enrich.story.Membership;
import io.newsfold.enrich.stream.JoinInput.ArticleChange;
import io.newsfold.enrich.stream.JoinInput.LineageChange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Joins articles and lineages by article id, on a change of either, in the task that has the article's text. What it
 * keeps of an article is its lineage and its part in its story, both small.
 */
final class JoinProcessor implements Processor<String, JoinInput, String, JoinedArticle> {
    private static final String LINEAGES = "article-lineages";
    private static final String MEMBERSHIPS = "story-memberships";
    /** An article's lineage mostly comes within a second after its text. */
    private static final int CACHED_ARTICLES = 200;

    private ProcessorContext<String, JoinedArticle> context;
    private HistoryStore histories;
    private KeyValueStore<String, LineageChange> lineages;
    private KeyValueStore<String, Membership> memberships;
    private final Map<String, Optional<CleanArticle>> recent = new RecentlyUsed<>(CACHED_ARTICLES);

    @SuppressWarnings("NullAway.Init")
    JoinProcessor() {}

    /** The stores of its own, beside {@link HistoryStore#NAME}. */
    static Set<StoreBuilder<?>> stores() {
        return PersistentStore.inFixedOrder(
                PersistentStore.builder(LINEAGES, new JsonSerde<>(LineageChange.class)),
                PersistentStore.builder(MEMBERSHIPS, new JsonSerde<>(Membership.class)));
    }

    @Override
    public void init(ProcessorContext<String, JoinedArticle> initial) {
        context = initial;
        histories = new HistoryStore(initial.getStateStore(HistoryStore.NAME));
        lineages = initial.getStateStore(LINEAGES);
        memberships = initial.getStateStore(MEMBERSHIPS);
    }

    @Override
    public void process(Record<String, JoinInput> entry) {
        String id = entry.key();
        LineageChange known = lineages.get(id);
        if (entry.value() instanceof ArticleChange change) {
            recent.put(id, Optional.ofNullable(change.article()));
            join(entry, change.article(), known);
        } else if (entry.value() instanceof LineageChange change && !change.isOutdatedBy(known)) {
            lineages.put(id, change);
            join(entry, article(id).orElse(null), change);
        }
    }

    private Optional<CleanArticle> article(String id) {
        Optional<CleanArticle> cached = recent.get(id);
        return cached == null ? histories.of(id).article(id) : cached;
    }

    private void join(
            Record<String, JoinInput> entry, @Nullable CleanArticle article, @Nullable LineageChange lineage) {
        EnrichedArticle joined = article == null || lineage == null || lineage.lineage() == null
                ? null
                : EnrichedArticle.of(article, lineage.lineage());
        Membership before = memberships.get(entry.key());
        if (joined == null && before == null) {
            return; // not published, as before
        }
        Membership after = joined == null ? null : Membership.of(joined);
        memberships.put(entry.key(), after);
        context.forward(new Record<>(entry.key(), new JoinedArticle(joined, before, after), entry.timestamp()));
    }
}
