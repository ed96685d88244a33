package io.newsfold.desk.index;

import io.newsfold.contract.ArticleText;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** Queries of the index for stories, articles, entities, outcomes, rejections and sources. Thread-safe. */
public final class IndexQueries {
    private static final Sort NEWEST = new Sort(
            new SortField(IndexDocument.TIME, SortField.Type.LONG, true),
            new SortField(null, SortField.Type.DOC, true));

    private static final int STEP = 10_000;

    private final TopicIndex index;
    private final SnippetFinder snippets = new SnippetFinder();

    public IndexQueries(TopicIndex index) {
        this.index = index;
    }

    /** All stories, those with the newest articles first. */
    public Results<Story> stories(int from, int many) {
        return newest(new TermQuery(DocumentKind.STORY.all()), from, many, Story.class);
    }

    /** The articles that match a query, the newest first. */
    public Results<EnrichedArticle> search(ArticleQuery query, int from, int many) {
        return newest(query.query(), from, many, EnrichedArticle.class);
    }

    /** The articles that match a query, those first that have its words most and nearest to the headline. */
    public Results<EnrichedArticle> mostRelevant(ArticleQuery query, int from, int many) {
        return index.read(searcher -> {
            List<EnrichedArticle> items = new ArrayList<>();
            TopDocs found = searcher.search(query.query(), Math.max(1, Math.min(STEP, from + many)));
            for (int i = from; i < Math.min(found.scoreDocs.length, from + many); i++) {
                items.add(TopicIndex.record(searcher, found.scoreDocs[i].doc, EnrichedArticle.class));
            }
            return new Results<>(items, searcher.count(query.query()));
        });
    }

    /** The sentences of an article in which a query finds its words. */
    public Snippet snippet(ArticleQuery query, EnrichedArticle enriched) {
        if (query.words().isBlank()) {
            return Snippet.NONE;
        }
        ArticleText text = enriched.article().text();
        String key = LanguageAnalysis.key(text.inLanguage());
        return snippets.of(query.textOf(key), LanguageAnalysis.field(IndexDocument.BODY, key), text.articleBody());
    }

    /** Passes on all articles that match a query, the newest first, as they are at this moment. */
    public void forEach(ArticleQuery query, Consumer<EnrichedArticle> consumer) {
        forEach(query.query(), EnrichedArticle.class, consumer);
    }

    /** Passes on all stories, those with the newest articles first, as they are at this moment. */
    public void forEachStory(Consumer<Story> consumer) {
        forEach(new TermQuery(DocumentKind.STORY.all()), Story.class, consumer);
    }

    private <T> void forEach(Query query, Class<T> type, Consumer<T> consumer) {
        index.<Boolean>read(searcher -> {
            @Nullable ScoreDoc last = null;
            while (true) {
                TopDocs found = searcher.searchAfter(last, query, STEP, NEWEST);
                for (ScoreDoc hit : found.scoreDocs) {
                    consumer.accept(TopicIndex.record(searcher, hit.doc, type));
                }
                if (found.scoreDocs.length < STEP) {
                    return true;
                }
                last = found.scoreDocs[found.scoreDocs.length - 1];
            }
        });
    }

    public Optional<EnrichedArticle> article(String id) {
        return index.one(DocumentKind.ARTICLE, id, EnrichedArticle.class);
    }

    /** A former text of an article, by the number of versions that it had then; {@link VersionTexts} has all of them. */
    public Optional<FormerText> formerText(String article, int revision) {
        return index.one(DocumentKind.VERSION, article + ":" + revision, FormerText.class);
    }

    /** The current story of an id, by {@link StoryIds#current}. */
    public Optional<Story> story(String id) {
        return StoryIds.current(
                id,
                at -> index.one(DocumentKind.STORY, at, Story.class),
                at -> article(at).map(a -> a.place().story().id()),
                this::successor);
    }

    private Optional<String> successor(String id) {
        Results<StoryChange> changes = newest(
                and(new TermQuery(DocumentKind.CHANGE.all()), new TermQuery(new Term(IndexDocument.FROM, id))),
                0,
                1,
                StoryChange.class);
        return changes.items().stream().map(StoryChange::story).findFirst();
    }

    /** The changes of a story, the last first. */
    public Results<StoryChange> changes(String story, int many) {
        return newest(
                and(new TermQuery(DocumentKind.CHANGE.all()), new TermQuery(new Term(IndexDocument.STORY, story))),
                0,
                many,
                StoryChange.class);
    }

    /** The newest articles of a story, at most {@code many}, the newest first. */
    public Results<EnrichedArticle> articles(String story, int many) {
        return newest(
                and(new TermQuery(DocumentKind.ARTICLE.all()), new TermQuery(new Term(IndexDocument.STORY, story))),
                0,
                many,
                EnrichedArticle.class);
    }

    /**
     * Number of matching articles by day of publication, in days since 1970; days without articles are left out, and
     * articles without a date.
     */
    public SortedMap<Long, Long> days(ArticleQuery query) {
        SortedMap<Long, Long> days = new TreeMap<>();
        each(
                query.query(),
                IndexDocument.PUBLISHED,
                time -> days.merge(Math.floorDiv(time, 86_400_000L), 1L, Long::sum));
        return days;
    }

    /** Number of articles by topic, by name. */
    public SortedMap<String, Long> topics(ArticleQuery query) {
        return counts(query, IndexDocument.TOPIC);
    }

    /** Number of articles by language, BCP 47. */
    public SortedMap<String, Long> languages(ArticleQuery query) {
        return counts(query, IndexDocument.LANGUAGE);
    }

    /** Number of articles by kind. */
    public SortedMap<String, Long> kinds(ArticleQuery query) {
        return counts(query, IndexDocument.KIND);
    }

    /** The entities among the most salient eight of each article, those of most articles first. */
    public List<EntityCount> entities(ArticleQuery query) {
        Map<String, EntityCount> byId = new TreeMap<>();
        counts(query, IndexDocument.ENTITY).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .forEach(count -> {
                    int tab = count.getKey().indexOf(IndexDocument.NAME_FOLLOWS);
                    String id = count.getKey().substring(0, tab);
                    String name = count.getKey().substring(tab + 1);
                    byId.merge(
                            id,
                            new EntityCount(id, name, count.getValue()),
                            (usual, rarer) -> new EntityCount(id, usual.name(), usual.articles() + rarer.articles()));
                });
        return byId.values().stream()
                .sorted(Comparator.comparingLong(EntityCount::articles)
                        .reversed()
                        .thenComparing(EntityCount::id))
                .toList();
    }

    private SortedMap<String, Long> counts(ArticleQuery query, String field) {
        return index.read(searcher -> new ColumnHits(searcher, query.query()).values(IndexDocument.counted(field)));
    }

    /** Number of raw records by outcome; outcomes without records are left out. */
    public Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long[] sum = {0};
            each(new TermQuery(DocumentKind.RECEIPTS.all()), outcome.name(), count -> sum[0] += count);
            if (sum[0] > 0) {
                counts.put(outcome, sum[0]);
            }
        }
        long rejected = newest(new TermQuery(DocumentKind.REJECTION.all()), 0, 1, Rejection.class)
                .all();
        if (rejected > 0) {
            counts.put(Outcome.REJECTED, rejected);
        }
        return counts;
    }

    /** The receipts of all deliveries of an article; empty where there was none. */
    public List<Receipt> receipts(String article) {
        return index.one(DocumentKind.RECEIPTS, article, ArticleReceipts.class)
                .map(ArticleReceipts::receipts)
                .orElse(List.of());
    }

    /** The outcome of the raw record at these coordinates. */
    public DeliveryOutcome outcome(int partition, long offset) {
        Term raw = new Term(IndexDocument.RAW, IndexDocument.raw(partition, offset));
        Results<Rejection> rejections =
                newest(and(new TermQuery(DocumentKind.REJECTION.all()), new TermQuery(raw)), 0, 1, Rejection.class);
        if (!rejections.items().isEmpty()) {
            return new DeliveryOutcome(
                    Outcome.REJECTED, null, rejections.items().get(0));
        }
        return receiptsOf(raw)
                .flatMap(receipts -> outcome(receipts, partition, offset))
                .orElse(new DeliveryOutcome(Outcome.PENDING, null, null));
    }

    private Optional<List<Receipt>> receiptsOf(Term raw) {
        return index.read(searcher -> {
            TopDocs found = searcher.search(and(new TermQuery(DocumentKind.RECEIPTS.all()), new TermQuery(raw)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(TopicIndex.record(searcher, found.scoreDocs[0].doc, ArticleReceipts.class)
                            .receipts());
        });
    }

    private static Optional<DeliveryOutcome> outcome(List<Receipt> receipts, int partition, long offset) {
        return Outcomes.of(receipts).entrySet().stream()
                .filter(e -> e.getKey().partition() == partition && e.getKey().offset() == offset)
                .map(e -> new DeliveryOutcome(e.getValue(), receipts.get(0).id(), null))
                .findFirst();
    }

    /** All rejections, the newest first. */
    public Results<Rejection> rejections(int from, int many) {
        return newest(new TermQuery(DocumentKind.REJECTION.all()), from, many, Rejection.class);
    }

    /** Number of rejections by stage and reason. */
    public SortedMap<String, Long> reasons() {
        return groups(new TermQuery(DocumentKind.REJECTION.all()), IndexDocument.REASON);
    }

    /** Number of matching articles by publisher. */
    public SortedMap<String, Long> publishers(ArticleQuery query) {
        return groups(query.query(), IndexDocument.PUBLISHER);
    }

    /** What people decided, the last first; of several decisions on one matter the last. */
    public Results<LineageOverride> decisions(int from, int many) {
        return newest(new TermQuery(DocumentKind.DECISION.all()), from, many, LineageOverride.class);
    }

    /** Whether the index has a decision, or a later one on the matter. */
    public boolean isShown(LineageOverride decision) {
        return index.one(DocumentKind.DECISION, decision.key(), LineageOverride.class)
                .filter(shown -> !shown.time().isBefore(decision.time()))
                .isPresent();
    }

    /** All sources, in the order of their ids. */
    public List<SourceState> sources() {
        Query all = new TermQuery(DocumentKind.SOURCE.all());
        return index
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

    private <T> Results<T> newest(Query query, int from, int many, Class<T> type) {
        return index.read(searcher -> {
            List<T> items = new ArrayList<>();
            @Nullable ScoreDoc last = null;
            int skipped = 0; // a search holds all that it looks at: a long list is passed in steps
            while (from - skipped > STEP) {
                TopDocs passed = searcher.searchAfter(last, query, STEP, NEWEST);
                if (passed.scoreDocs.length == 0) {
                    return new Results<>(items, searcher.count(query));
                }
                last = passed.scoreDocs[passed.scoreDocs.length - 1];
                skipped += passed.scoreDocs.length;
            }
            int rest = from - skipped;
            TopDocs found = searcher.searchAfter(last, query, Math.max(1, rest + many), NEWEST);
            for (int i = rest; i < Math.min(found.scoreDocs.length, rest + many); i++) {
                items.add(TopicIndex.record(searcher, found.scoreDocs[i].doc, type));
            }
            return new Results<>(items, searcher.count(query));
        });
    }

    static Query and(Query... queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Query query : queries) {
            all.add(query, Occur.FILTER);
        }
        return all.build();
    }

    private void each(Query query, String column, LongConsumer consumer) {
        index.<Boolean>read(searcher -> {
            new ColumnHits(searcher, query).numbers(column, consumer);
            return true;
        });
    }

    private SortedMap<String, Long> groups(Query query, String column) {
        return index.read(searcher -> new ColumnHits(searcher, query).groups(column));
    }
}
