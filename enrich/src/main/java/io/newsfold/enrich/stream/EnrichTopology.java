package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.story.StoryAggregate;
import io.newsfold.enrich.tag.Tagger;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Fingerprinter fingerprinter = new Fingerprinter(BackgroundFrequencies.shipped());
    private final TimeBudget budget = new TimeBudget();
    private final EnrichConfig config;

    private EnrichTopology(EnrichConfig config) {
        this.config = config;
        this.tagger = new Tagger(config.aliases());
    }

    public static Topology build(EnrichConfig config) {
        EnrichTopology topology = new EnrichTopology(config);
        topology.cleanTagAndRevise();
        topology.matchAndCluster();
        topology.joinAndAggregate();
        return topology.builder.build(config.streams());
    }

    /** articles.raw → articles.clean and fingerprints; a receipt or a rejection for every raw record. */
    private void cleanTagAndRevise() {
        KStream<String, StageResult<RawArticle>> raw = builder.stream(
                        Topic.RAW.topicName(), consumed(Serdes.ByteArray(), "raw"))
                .processValues(RawReader::new, Named.as("read"));
        KStream<String, StageResult<Delivery>> texts = raw.filterNot(EnrichTopology::isWithdrawal, Named.as("texts"))
                .mapValues(budget.within("clean", cleaner::clean, Function.identity()), Named.as("clean"))
                .mapValues(budget.within("tag", tagger::tag, Cleaned::raw), Named.as("tag"))
                .mapValues(tagged -> tagged.then(t -> StageResult.done(new Delivery.Text(t))), Named.as("deliveries"));
        KStream<String, StageResult<Delivery>> withdrawals = raw.filter(
                        EnrichTopology::isWithdrawal, Named.as("withdrawals"))
                .mapValues(r -> r.then(w -> StageResult.done(new Delivery.Withdrawal(w))), Named.as("withdrawn"));

        KStream<String, StageResult<RevisedArticle>> results =
                texts.merge(withdrawals, Named.as("texts-and-withdrawals")).process(revise(), Named.as("revise"));
        results.flatMapValues(StageResult::rejections, Named.as("rejections"))
                .to(Topic.REJECTED.topicName(), produced(Rejection.class, "rejected"));
        KStream<String, RevisedArticle> revised = results.flatMapValues(StageResult::values, Named.as("revised"));
        revised.mapValues(RevisedArticle::receipt, Named.as("receipts"))
                .to(Topic.RECEIPTS.topicName(), produced(Receipt.class, "receipted"));

        KStream<String, CleanArticle> changed = revised.filter(
                        (id, revision) -> revision.changed(), Named.as("changed"))
                .mapValues(RevisedArticle::article, Named.as("clean-article"));
        changed.to(Topic.CLEAN.topicName(), produced(CleanArticle.class, "cleaned"));
        changed.mapValues(
                        article -> article == null ? null : fingerprinter.fingerprint(article), Named.as("fingerprint"))
                .to(Topic.FINGERPRINTS.topicName(), produced(Fingerprint.class, "fingerprinted"));
    }

    private static boolean isWithdrawal(String key, StageResult<RawArticle> raw) {
        return raw.values().stream().anyMatch(article -> article.body() == null);
    }

    /** fingerprints and lineage.overrides → lineage and stories.changes: pairs found on shards, decided by one reading per language. */
    private void matchAndCluster() {
        KStream<String, SequencedFingerprint> fingerprints = builder.stream(
                        Topic.FINGERPRINTS.topicName(), consumed(new JsonSerde<>(Fingerprint.class), "fingerprints"))
                .processValues(FingerprintSequencer::new, Named.as("sequence"));
        KStream<String, SequencedFingerprint> shards = config.shards() == 1
                ? fingerprints
                : fingerprints.repartition(
                        toEvery(InternalTopics.SHARDS, config.shards(), new JsonSerde<>(SequencedFingerprint.class)));

        KStream<String, ClusterInput> pairs = shards.process(match(), Named.as("match"))
                .repartition(Repartitioned.<String, ClusterInput>as(InternalTopics.PAIRS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(ClusterInput.class))
                        .withNumberOfPartitions(config.partitions()));
        KStream<String, ClusterInput> overrides = builder.stream(
                        Topic.OVERRIDES.topicName(), consumed(new JsonSerde<>(LineageOverride.class), "overrides"))
                .filter((key, override) -> override != null, Named.as("decided"))
                .mapValues(
                        override -> (ClusterInput) new ClusterInput.Overridden(override),
                        Named.as("overrides-to-cluster"))
                .repartition(
                        toEvery(InternalTopics.OVERRIDES, config.partitions(), new JsonSerde<>(ClusterInput.class)));

        KStream<String, ClusterOutput> clustered =
                pairs.merge(overrides, Named.as("pairs-and-overrides")).process(cluster(), Named.as("cluster"));
        only(clustered, ClusterOutput.ArticleLineage.class, "lineages")
                .mapValues(ClusterOutput.ArticleLineage::lineage, Named.as("lineage"))
                .to(Topic.LINEAGE.topicName(), produced(Lineage.class, "clustered"));
        only(clustered, ClusterOutput.ChangedStory.class, "story-changes")
                .mapValues(ClusterOutput.ChangedStory::change, Named.as("story-change"))
                .to(Topic.CHANGES.topicName(), produced(StoryChange.class, "changed-stories"));
    }

    /** articles.clean and lineage → articles.enriched → stories. */
    private void joinAndAggregate() {
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
                        (id, article) -> KeyValue.pair(article.place().story().id(), StoryAggregate.member(article)),
                        Grouped.with(
                                InternalTopics.STORY_MEMBERS,
                                Serdes.String(),
                                new JsonSerde<>(StoryAggregate.Member.class)))
                .aggregate(
                        () -> null,
                        (id, member, fold) -> Optional.ofNullable(fold)
                                .orElseGet(() -> StoryAggregate.empty(id))
                                .with(member),
                        (id, member, fold) -> fold == null ? null : fold.without(member),
                        Named.as("fold"),
                        Materialized.<String, StoryAggregate>as(Stores.persistentKeyValueStore("story-folds"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new JsonSerde<>(StoryAggregate.class)))
                .toStream(Named.as("folds"))
                .mapValues(fold -> fold == null ? null : fold.story(), Named.as("story"))
                .to(Topic.STORIES.topicName(), produced(Story.class, "folded"));
    }

    /** The values of one type. */
    private static <V, W extends V> KStream<String, W> only(KStream<String, V> all, Class<W> type, String name) {
        return all.filter((key, value) -> type.isInstance(value), Named.as(name))
                .mapValues(type::cast, Named.as(name + "-only"));
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

    private static ProcessorSupplier<String, StageResult<Delivery>, String, StageResult<RevisedArticle>> revise() {
        return with(ReviseProcessor::new, Set.of(store(ReviseProcessor.STORE, ArticleHistory.class)));
    }

    private ProcessorSupplier<String, SequencedFingerprint, String, ClusterInput> match() {
        return with(() -> new MatchProcessor(config.shards()), StreamsFingerprintArchive.stores());
    }

    private static ProcessorSupplier<String, ClusterInput, String, ClusterOutput> cluster() {
        return with(ClusterProcessor::new, StreamsClusterStore.stores());
    }

    private static FixedKeyProcessorSupplier<String, Lineage, Lineage> newest() {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Lineage, Lineage> get() {
                return new LatestLineageFilter();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(LatestLineageFilter.store());
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
