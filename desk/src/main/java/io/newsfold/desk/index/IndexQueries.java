package io.newsfold.desk.index;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryIds;
import io.newsfold.desk.index.IndexDocument.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** What can be asked of the view: stories, articles, entities, accounts. Thread-safe. */
public final class IndexQueries {
    private static final Sort NEWEST = new Sort(
            new SortField(IndexDocument.TIME, SortField.Type.LONG, true),
            new SortField(null, SortField.Type.DOC, true));

    private final TopicIndex view;

    public IndexQueries(TopicIndex view) {
        this.view = view;
    }

    /**
     * Some of many.
     *
     * @param all how many there are
     */
    public record Some<T>(List<T> items, long all) {
        public Some {
            items = List.copyOf(items);
        }
    }

    /** The stories with the newest articles first. */
    public Some<Story> stories(int from, int many) {
        return newest(new TermQuery(Kind.STORY.all()), from, many, Story.class);
    }

    /** What fits a search, the newest first. */
    public Some<EnrichedArticle> search(ArticleQuery search, int from, int many) {
        return newest(search.query(), from, many, EnrichedArticle.class);
    }

    public Optional<EnrichedArticle> article(String id) {
        return view.one(Kind.ARTICLE, id, EnrichedArticle.class);
    }

    /** The text of an article at a former revision, where the desk saw it. */
    public Optional<FormerText> version(String article, int revision) {
        return view.one(Kind.VERSION, article + ":" + revision, FormerText.class);
    }

    /** The current story of an id, by {@link StoryIds#current}. */
    public Optional<Story> story(String id) {
        return StoryIds.current(
                id,
                at -> view.one(Kind.STORY, at, Story.class),
                at -> article(at).map(a -> a.place().story().id()),
                this::successor);
    }

    private Optional<String> successor(String id) {
        Some<TimedChange> changes = newest(
                and(new TermQuery(Kind.CHANGE.all()), new TermQuery(new Term(IndexDocument.FROM, id))),
                0,
                1,
                TimedChange.class);
        return changes.items().stream().map(c -> c.change().story()).findFirst();
    }

    /** What happened to a story, the last first. */
    public Some<TimedChange> changes(String story, int many) {
        return newest(
                and(new TermQuery(Kind.CHANGE.all()), new TermQuery(new Term(IndexDocument.STORY, story))),
                0,
                many,
                TimedChange.class);
    }

    /** The articles of a story, as many as are asked for, the newest first. */
    public Some<EnrichedArticle> articles(String story, int many) {
        return newest(
                and(new TermQuery(Kind.ARTICLE.all()), new TermQuery(new Term(IndexDocument.STORY, story))),
                0,
                many,
                EnrichedArticle.class);
    }

    /** How many articles of a search there are on each day that has any, by days since 1970. */
    public SortedMap<Long, Long> days(ArticleQuery search) {
        SortedMap<Long, Long> days = new TreeMap<>();
        each(search.query(), IndexDocument.TIME, time -> days.merge(Math.floorDiv(time, 86_400_000L), 1L, Long::sum));
        return days;
    }

    /** How many raw records have each fate that is known; fates that nothing has are left out. */
    public Map<Outcome, Long> fates() {
        Map<Outcome, Long> fates = new EnumMap<>(Outcome.class);
        for (Outcome fate : Outcome.values()) {
            long[] sum = {0};
            each(new TermQuery(Kind.RECEIPTS.all()), fate.name(), count -> sum[0] += count);
            if (sum[0] > 0) {
                fates.put(fate, sum[0]);
            }
        }
        long rejected = newest(new TermQuery(Kind.REJECTION.all()), 0, 1, Rejection.class)
                .all();
        if (rejected > 0) {
            fates.put(Outcome.REJECTED, rejected);
        }
        return fates;
    }

    /** Receipts of the deliveries of an article; empty where there was none. */
    public List<Receipt> receipts(String article) {
        return view.one(Kind.RECEIPTS, article, IndexDocument.Receipts.class)
                .map(IndexDocument.Receipts::receipts)
                .orElse(List.of());
    }

    /** What became of the raw record at that place. */
    public DeliveryOutcome fate(int partition, long offset) {
        Term raw = new Term(IndexDocument.RAW, IndexDocument.raw(partition, offset));
        Some<Rejection> rejections =
                newest(and(new TermQuery(Kind.REJECTION.all()), new TermQuery(raw)), 0, 1, Rejection.class);
        if (!rejections.items().isEmpty()) {
            return new DeliveryOutcome(
                    Outcome.REJECTED, null, rejections.items().get(0));
        }
        List<Receipt> receipts = view.read(searcher -> {
            TopDocs found = searcher.search(and(new TermQuery(Kind.RECEIPTS.all()), new TermQuery(raw)), 1);
            return found.scoreDocs.length == 0
                    ? List.<Receipt>of()
                    : TopicIndex.record(searcher, found.scoreDocs[0].doc, IndexDocument.Receipts.class)
                            .receipts();
        });
        return receipts.isEmpty()
                ? new DeliveryOutcome(Outcome.PENDING, null, null)
                : Outcomes.of(receipts).entrySet().stream()
                        .filter(e -> e.getKey().partition() == partition
                                && e.getKey().offset() == offset)
                        .map(e -> new DeliveryOutcome(
                                e.getValue(), receipts.get(0).id(), null))
                        .findFirst()
                        .orElse(new DeliveryOutcome(Outcome.PENDING, null, null));
    }

    /** The rejections, the newest first. */
    public Some<Rejection> rejections(int from, int many) {
        return newest(new TermQuery(Kind.REJECTION.all()), from, many, Rejection.class);
    }

    /** How many rejections there are of each stage and reason. */
    public SortedMap<String, Long> reasons() {
        return groups(new TermQuery(Kind.REJECTION.all()), IndexDocument.REASON);
    }

    /** How many articles each publisher has. */
    public SortedMap<String, Long> publishers(ArticleQuery search) {
        return groups(search.query(), IndexDocument.PUBLISHER);
    }

    /** The sources that are read, by id. */
    public List<SourceState> sources() {
        Query all = new TermQuery(Kind.SOURCE.all());
        return view
                .read(searcher -> {
                    List<SourceState> sources = new ArrayList<>();
                    for (var hit : searcher.search(all, 1_000).scoreDocs) {
                        sources.add(TopicIndex.record(searcher, hit.doc, SourceState.class));
                    }
                    return sources;
                })
                .stream()
                .sorted(Comparator.comparing(SourceState::id))
                .toList();
    }

    private <T> Some<T> newest(Query query, int from, int many, Class<T> type) {
        return view.read(searcher -> {
            List<T> items = new ArrayList<>();
            TopDocs found = searcher.search(query, Math.max(1, from + many), NEWEST);
            for (int i = from; i < Math.min(found.scoreDocs.length, from + many); i++) {
                items.add(TopicIndex.record(searcher, found.scoreDocs[i].doc, type));
            }
            return new Some<>(items, searcher.count(query));
        });
    }

    static Query and(Query... queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Query query : queries) {
            all.add(query, Occur.FILTER);
        }
        return all.build();
    }

    private void each(Query query, String column, LongConsumer taker) {
        view.<Boolean>read(searcher -> {
            new ColumnHits(searcher, query).numbers(column, taker);
            return true;
        });
    }

    private SortedMap<String, Long> groups(Query query, String column) {
        return view.read(searcher -> new ColumnHits(searcher, query).groups(column));
    }
}
