package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaning;
import io.newsfold.enrich.clean.Cleaning.Cleaned;
import io.newsfold.enrich.fingerprint.Background;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.fold.StoryFold;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.tag.Tagged;
import io.newsfold.enrich.tag.Tagger;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The way of an article, from raw bytes to its story. Each stage is a pure package behind one name here. */
public final class EnrichTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final Tagger tagger;
    private final Fingerprinter fingerprinter = new Fingerprinter(Background.shipped());
    private final Budget budget = new Budget();
    private final EnrichConfig config;

    private EnrichTopology(EnrichConfig config) {
        this.config = config;
        this.tagger = new Tagger(config.aliases());
    }

    public static Topology build(EnrichConfig config) {
        EnrichTopology topology = new EnrichTopology(config);
        topology.cleanTagAndRevise();
        topology.matchAndThread();
        topology.joinAndFold();
        return topology.builder.build(config.streams());
    }

    /** articles.raw → articles.clean and fingerprints; a receipt or a rejection for every raw record. */
    private void cleanTagAndRevise() {
        KStream<String, RawArticle> read = builder.stream(Topic.RAW.topicName(), consumed(Serdes.ByteArray(), "raw"))
                .processValues(RawReader::new, Named.as("read"));
        KStream<String, RawArticle> raw = read.filter((key, article) -> article.hasKey(), Named.as("keyed"));
        KStream<String, Rejection> keyless = read.filterNot((key, article) -> article.hasKey(), Named.as("keyless"))
                .mapValues(Rejection::withoutKey, Named.as("without-key"));

        KStream<String, Attempt<Cleaning>> cleaned = raw.filter(
                        (key, article) -> article.body() != null, Named.as("delivered"))
                .mapValues(budget.within("clean", cleaner::clean, article -> article), Named.as("clean"));
        KStream<String, Cleaning> readable = cleaned.flatMapValues(Attempt::results, Named.as("readable"));
        KStream<String, Attempt<Tagged>> tagged = readable.flatMapValues(Cleaning::texts, Named.as("texts"))
                .mapValues(budget.within("tag", tagger::tag, Cleaned::raw), Named.as("tag"));

        KStream<String, Delivered> delivered = tagged.flatMapValues(Attempt::results, Named.as("tagged"))
                .mapValues(Delivered::of, Named.as("deliveries"));
        KStream<String, Delivered> withdrawn = raw.filter(
                        (key, article) -> article.body() == null, Named.as("withdrawn"))
                .mapValues(Delivered::withdrawal, Named.as("withdrawals"));
        KStream<String, Attempt<Revised>> kept = delivered
                .merge(withdrawn, Named.as("deliveries-and-withdrawals"))
                .process(revise(), Named.as("revise"));

        keyless.merge(cleaned.flatMapValues(Attempt::rejections, Named.as("not-cleaned")), Named.as("rejections-1"))
                .merge(readable.flatMapValues(Cleaning::rejections, Named.as("no-articles")), Named.as("rejections-2"))
                .merge(tagged.flatMapValues(Attempt::rejections, Named.as("not-tagged")), Named.as("rejections-3"))
                .merge(kept.flatMapValues(Attempt::rejections, Named.as("not-kept")), Named.as("rejections-4"))
                .to(Topic.REJECTED.topicName(), produced(Rejection.class, "rejected"));

        KStream<String, Revised> revised = kept.flatMapValues(Attempt::results, Named.as("revised"));
        revised.mapValues(Revised::receipt, Named.as("receipts"))
                .to(Topic.RECEIPTS.topicName(), produced(Receipt.class, "receipted"));

        KStream<String, CleanArticle> changed = revised.filter(
                        (id, revision) -> revision.changed(), Named.as("changed"))
                .mapValues(Revised::article, Named.as("clean-article"));
        changed.to(Topic.CLEAN.topicName(), produced(CleanArticle.class, "cleaned"));
        changed.mapValues(
                        article -> article == null ? null : fingerprinter.fingerprint(article), Named.as("fingerprint"))
                .to(Topic.FINGERPRINTS.topicName(), produced(Fingerprint.class, "fingerprinted"));
    }

    /** fingerprints and lineage.overrides → lineage and stories.changes: pairs found on shards, decided by one reading per language. */
    private void matchAndThread() {
        KStream<String, Sequenced> fingerprints = builder.stream(
                        Topic.FINGERPRINTS.topicName(), consumed(new JsonSerde<>(Fingerprint.class), "fingerprints"))
                .processValues(Sequencer::new, Named.as("sequence"));
        KStream<String, Sequenced> shards = config.shards() == 1
                ? fingerprints
                : fingerprints.repartition(toEvery("shards", config.shards(), new JsonSerde<>(Sequenced.class)));

        KStream<String, Matched> pairs = shards.process(match(), Named.as("match"))
                .repartition(Repartitioned.<String, Matched>as("pairs")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(Matched.class))
                        .withNumberOfPartitions(config.partitions()));
        KStream<String, Matched> overrides = builder.stream(
                        Topic.OVERRIDES.topicName(), consumed(new JsonSerde<>(LineageOverride.class), "overrides"))
                .filter((key, override) -> override != null, Named.as("said"))
                .mapValues(Matched::said, Named.as("overrides-to-tell"))
                .repartition(toEvery("overrides", config.partitions(), new JsonSerde<>(Matched.class)));

        KStream<String, Threaded> threaded =
                pairs.merge(overrides, Named.as("pairs-and-overrides")).process(thread(), Named.as("thread"));
        threaded.filter((id, told) -> told.isLineage(), Named.as("lineages"))
                .mapValues(Threaded::lineage, Named.as("lineage"))
                .to(Topic.LINEAGE.topicName(), produced(Lineage.class, "threaded"));
        threaded.filterNot((id, told) -> told.isLineage(), Named.as("story-changes"))
                .mapValues(Threaded::change, Named.as("story-change"))
                .to(Topic.CHANGES.topicName(), produced(StoryChange.class, "changed-stories"));
    }

    /** articles.clean and lineage → articles.enriched → stories. */
    private void joinAndFold() {
        KTable<String, CleanArticle> articles = builder.table(
                Topic.CLEAN.topicName(),
                consumed(new JsonSerde<>(CleanArticle.class), "clean-articles"),
                Materialized.as("clean-articles"));
        KTable<String, Lineage> lineages = builder.stream(
                        Topic.LINEAGE.topicName(), consumed(new JsonSerde<>(Lineage.class), "lineages-read"))
                .processValues(newest(), Named.as("newest-lineages"))
                .toTable(
                        Named.as("article-lineages"),
                        Materialized.<String, Lineage>as(Stores.persistentKeyValueStore("article-lineages"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new JsonSerde<>(Lineage.class)));

        KTable<String, EnrichedArticle> enriched = articles.join(
                lineages,
                EnrichedArticle::of,
                Named.as("join"),
                Materialized.<String, EnrichedArticle>as(Stores.persistentKeyValueStore("enriched-articles"))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(EnrichedArticle.class)));
        enriched.toStream(Named.as("enriched-changes"))
                .to(Topic.ENRICHED.topicName(), produced(EnrichedArticle.class, "enriched"));

        enriched.groupBy(
                        (id, article) -> KeyValue.pair(article.place().story().id(), StoryFold.member(article)),
                        Grouped.with("story-members", Serdes.String(), new JsonSerde<>(StoryFold.Member.class)))
                .aggregate(
                        () -> null,
                        (id, member, fold) -> Optional.ofNullable(fold)
                                .orElseGet(() -> StoryFold.empty(id))
                                .with(member),
                        (id, member, fold) -> fold == null ? null : fold.without(member),
                        Named.as("fold"),
                        Materialized.<String, StoryFold>as(Stores.persistentKeyValueStore("story-folds"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new JsonSerde<>(StoryFold.class)))
                .toStream(Named.as("folds"))
                .mapValues(fold -> fold == null ? null : fold.story(), Named.as("story"))
                .to(Topic.STORIES.topicName(), produced(Story.class, "folded"));
    }

    /** A copy of each record for every partition. */
    private static <V> Repartitioned<String, V> toEvery(String name, int partitions, Serde<V> values) {
        Set<Integer> all = IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(values)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner((topic, key, value, count) -> Optional.of(all));
    }

    private static ProcessorSupplier<String, Delivered, String, Attempt<Revised>> revise() {
        return with(ReviseProcessor::new, Set.of(store(ReviseProcessor.STORE, ArticleHistory.class)));
    }

    private ProcessorSupplier<String, Sequenced, String, Matched> match() {
        return with(() -> new MatchProcessor(config.shards()), StoreArchive.stores());
    }

    private static ProcessorSupplier<String, Matched, String, Threaded> thread() {
        return with(ThreadProcessor::new, StoreLedger.stores());
    }

    private static FixedKeyProcessorSupplier<String, Lineage, Lineage> newest() {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Lineage, Lineage> get() {
                return new NewestLineage();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(NewestLineage.store());
            }
        };
    }

    /** A supplier that brings its stores along. */
    private static <V, W> ProcessorSupplier<String, V, String, W> with(
            ProcessorSupplier<String, V, String, W> supplier, Set<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public org.apache.kafka.streams.processor.api.Processor<String, V, String, W> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }

    private static StoreBuilder<?> store(String name, Class<?> type) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), new JsonSerde<>(type));
    }

    private static <V> Consumed<String, V> consumed(Serde<V> values, String name) {
        return Consumed.with(Serdes.String(), values).withName(name);
    }

    private static <V> Produced<String, V> produced(Class<V> type, String name) {
        return Produced.<String, V>as(name).withKeySerde(Serdes.String()).withValueSerde(new JsonSerde<>(type));
    }
}
