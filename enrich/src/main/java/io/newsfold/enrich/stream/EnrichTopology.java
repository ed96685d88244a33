package io.newsfold.enrich.stream;

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
import io.newsfold.enrich.classify.TopicClassifier;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.link.StoryLinks;
import io.newsfold.enrich.link.StorySignature;
import io.newsfold.enrich.story.MemberChange;
import io.newsfold.enrich.story.StoryAggregate;
import io.newsfold.enrich.tag.Tagger;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
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
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole job: an article's way from raw bytes to its story, as one Kafka Streams topology. Each stage is a pure
 * package; this class only connects them, and gives every operator and store a name, because a generated one would move
 * state to another store on the next edit. In order of the data:
 *
 * <pre>
 * articles.raw → read → clean → tag → classify → revise → articles.receipts, articles.rejected
 *                                                 ├→ fingerprint → fingerprints
 * fingerprints → match ┐                          │
 * lineage.overrides ───┴→ cluster → lineage, stories.changes
 *                                                 │
 * lineage ────────────────────────────────────────┴→ join → articles.enriched
 *                                                      └→ aggregate → stories
 *                                                           ├ link ┘
 * </pre>
 *
 * Only {@code revise} keeps texts: a lineage goes to the partition that the text of its article came from, and is
 * joined there.
 */
public final class EnrichTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final Tagger tagger;
    private final TopicClassifier classifier;
    private final Fingerprinter fingerprinter = new Fingerprinter(BackgroundFrequencies.shipped());
    private final TimeBudget budget = new TimeBudget();
    private final EnrichConfig config;

    private EnrichTopology(EnrichConfig config) {
        this.config = config;
        this.tagger = config.tagger();
        this.classifier = new TopicClassifier(config.topics());
    }

    public static Topology build(EnrichConfig config) {
        EnrichTopology topology = new EnrichTopology(config);
        KStream<String, RevisedArticle> changed = topology.reviseAndReport(topology.cleanTagAndClassify());
        topology.fingerprint(changed);
        topology.publishClusters(topology.cluster(topology.match(), topology.overrides()));
        topology.publishStories(topology.aggregate(topology.join(changed)));
        return topology.builder.build(config.streams());
    }

    /** articles.raw → deliveries: texts are cleaned, tagged and classified, withdrawals (null values) pass these stages by. */
    private KStream<String, StageResult<Delivery>> cleanTagAndClassify() {
        // a processor, not a mapValues: only a processor sees headers and offset
        KStream<String, StageResult<RawArticle>> raw = promptly(
                        builder.stream(Topic.RAW.topicName(), consumed(Serdes.ByteArray(), "raw")), "raw")
                .processValues(RawReader::new, Named.as("read"));
        // mapValues keeps the key, so nothing is repartitioned before "revise"
        KStream<String, StageResult<Delivery>> texts = raw.filterNot(EnrichTopology::isWithdrawal, Named.as("texts"))
                .mapValues(budget.within("clean", cleaner::clean, Function.identity()), Named.as("clean"))
                .mapValues(budget.within("tag", tagger::tag, Cleaned::raw), Named.as("tag"))
                .mapValues(
                        budget.within(
                                "classify",
                                classifier::classify,
                                tagged -> tagged.cleaned().raw()),
                        Named.as("classify"))
                .mapValues(text -> text.then(t -> StageResult.done(Delivery.Text.of(t))), Named.as("deliveries"));
        KStream<String, StageResult<Delivery>> withdrawals = raw.filter(
                        EnrichTopology::isWithdrawal, Named.as("withdrawals"))
                .mapValues(r -> r.then(w -> StageResult.done(new Delivery.Withdrawal(w))), Named.as("withdrawn"));
        return texts.merge(withdrawals, Named.as("texts-and-withdrawals"));
    }

    private static boolean isWithdrawal(String key, StageResult<RawArticle> raw) {
        return raw.values().stream().anyMatch(article -> article.body() == null);
    }

    /** Deliveries → articles that changed, by article id; one receipt or one rejection for every raw record. */
    private KStream<String, RevisedArticle> reviseAndReport(KStream<String, StageResult<Delivery>> deliveries) {
        // keeps the history of each article in a store and forwards under the article id. The id is a function of the
        // key, so all records of an article come from one task and stay in order without a repartition topic
        KStream<String, StageResult<RevisedArticle>> results = deliveries.process(revise(), Named.as("revise"));
        results.flatMapValues(StageResult::rejections, Named.as("rejections"))
                .to(Topic.REJECTED.topicName(), produced(Rejection.class, "rejected"));
        KStream<String, RevisedArticle> revised = results.flatMapValues(StageResult::values, Named.as("revised"));
        revised.mapValues(RevisedArticle::receipt, Named.as("receipts"))
                .to(Topic.RECEIPTS.topicName(), produced(Receipt.class, "receipted"));
        return revised.filter((id, revision) -> revision.changed(), Named.as("changed"));
    }

    /** Articles that changed → fingerprints; a withdrawal becomes a tombstone. */
    private void fingerprint(KStream<String, RevisedArticle> changed) {
        changed.processValues(() -> new FingerprintProcessor(fingerprinter), Named.as("fingerprint"))
                .to(Topic.FINGERPRINTS.topicName(), produced(Fingerprint.class, "fingerprinted"));
    }

    /** fingerprints → candidate pairs by language. */
    private KStream<String, ClusterInput> match() {
        // the topic has one partition: an offset in it is a total order of all fingerprints, and so their version
        KStream<String, SequencedFingerprint> fingerprints = promptly(
                        builder.stream(
                                Topic.FINGERPRINTS.topicName(),
                                consumed(new JsonSerde<>(Fingerprint.class), "fingerprints")),
                        "fingerprints")
                .processValues(FingerprintSequencer::new, Named.as("sequence"));
        // every shard sees every fingerprint and searches its own part of the articles
        KStream<String, SequencedFingerprint> shards = config.shards() == 1
                ? fingerprints
                : fingerprints.repartition(
                        broadcast(InternalTopics.SHARDS, config.shards(), new JsonSerde<>(SequencedFingerprint.class)));
        // "match" forwards under the language; the repartition topic brings a language's pairs to one task
        return shards.process(match(config.shards()), Named.as("match"))
                .repartition(Repartitioned.<String, ClusterInput>as(InternalTopics.PAIRS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(ClusterInput.class))
                        .withNumberOfPartitions(config.partitions()));
    }

    /** lineage.overrides → every clustering task: an override has no language. */
    private KStream<String, ClusterInput> overrides() {
        return builder.stream(
                        Topic.OVERRIDES.topicName(), consumed(new JsonSerde<>(LineageOverride.class), "overrides"))
                .filter((key, override) -> override != null, Named.as("decided"))
                .mapValues(
                        override -> (ClusterInput) new ClusterInput.Overridden(override),
                        Named.as("overrides-to-cluster"))
                .repartition(
                        broadcast(InternalTopics.OVERRIDES, config.partitions(), new JsonSerde<>(ClusterInput.class)));
    }

    /** Candidate pairs and overrides → lineages and story changes, in one stream of two types. */
    private KStream<String, ClusterOutput> cluster(
            KStream<String, ClusterInput> pairs, KStream<String, ClusterInput> overrides) {
        // a processor of its own: one message may change the lineage of many articles
        return promptly(pairs.merge(overrides, Named.as("pairs-and-overrides")), "pairs")
                .process(cluster(), Named.as("cluster"));
    }

    /** Lineages → lineage; story changes → stories.changes. */
    private void publishClusters(KStream<String, ClusterOutput> clustered) {
        only(clustered, ClusterOutput.ArticleLineage.class, "lineages")
                .to(Topic.LINEAGE.topicName(), ClusterOutput.ArticleLineage.toTheText("clustered"));
        only(clustered, ClusterOutput.ChangedStory.class, "story-changes")
                .mapValues(ClusterOutput.ChangedStory::change, Named.as("story-change"))
                .to(Topic.CHANGES.topicName(), produced(StoryChange.class, "changed-stories"));
    }

    /** Articles that changed, and lineage → articles.enriched. */
    private KStream<String, JoinedArticle> join(KStream<String, RevisedArticle> changed) {
        KStream<String, JoinInput> lineages = promptly(
                        builder.stream(
                                Topic.LINEAGE.topicName(), consumed(new JsonSerde<>(Lineage.class), "lineages-read")),
                        "lineages")
                .processValues(LineageReader::new, Named.as("lineage-changes"));
        // not a join of tables, which would keep each text in two more stores and their changelogs
        KStream<String, JoinedArticle> joined = changed.mapValues(
                        revised -> (JoinInput) new JoinInput.ArticleChange(revised.article()),
                        Named.as("article-changes"))
                .merge(lineages, Named.as("articles-and-lineages"))
                .process(join(), Named.as("join"), HistoryStore.NAME);
        joined.mapValues(JoinedArticle::article, Named.as("enriched-article"))
                .to(Topic.ENRICHED.topicName(), produced(EnrichedArticle.class, "enriched"));
        return joined;
    }

    /** Joined articles → stories: an article that moves leaves one story and joins another. */
    private KTable<String, StoryAggregate> aggregate(KStream<String, JoinedArticle> joined) {
        KStream<String, MemberChange> changes = joined.flatMap(
                        (id, article) -> article.memberChanges(), Named.as("member-changes"))
                .repartition(Repartitioned.<String, MemberChange>as(InternalTopics.STORY_MEMBERS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(MemberChange.class))
                        .withNumberOfPartitions(config.partitions()));
        return promptly(changes, "member-changes")
                .groupByKey(Grouped.with(Serdes.String(), new JsonSerde<>(MemberChange.class)))
                .aggregate(
                        () -> null,
                        (id, change, story) -> Optional.ofNullable(story)
                                .orElseGet(() -> StoryAggregate.empty(id))
                                .after(change),
                        Named.as("aggregate"),
                        stored("story-aggregates", new BinarySerde<>(StoryAggregate::bytes, StoryAggregate::read)));
    }

    /**
     * Stories → their links to stories of other languages on the same event, by story. Where links are switched off, no
     * story has a signature: what is left of former links goes as stories change.
     */
    private KTable<String, StoryLinks> link(KTable<String, StoryAggregate> stories) {
        KStream<String, StorySignature> signatures = stories.toStream(Named.as("story-updates"))
                .mapValues(
                        story -> story == null || !config.crossLanguage()
                                ? null
                                : StorySignature.of(story.story()).orElse(null),
                        Named.as("story-signature"))
                .repartition(Repartitioned.<String, StorySignature>as(InternalTopics.SIGNATURES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(StorySignature.class))
                        .withNumberOfPartitions(1)); // every story meets every other
        return promptly(signatures, "story-signatures")
                .process(link(), Named.as("link"))
                .repartition(Repartitioned.<String, StoryLinks>as(InternalTopics.LINKS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(StoryLinks.class))
                        .withNumberOfPartitions(config.partitions()))
                .toTable(Named.as("story-links"), stored("story-links", new JsonSerde<>(StoryLinks.class)));
    }

    /** Stories, with their links → stories. */
    private void publishStories(KTable<String, StoryAggregate> stories) {
        stories.leftJoin(
                        link(stories),
                        (story, links) ->
                                links == null ? story.story() : story.story().withSameEvent(links.links()),
                        Named.as("linked-story"))
                .toStream(Named.as("linked-stories"))
                .to(Topic.STORIES.topicName(), produced(Story.class, "stories"));
    }

    /** The same records, committed at once where they have just arrived. */
    private <V> KStream<String, V> promptly(KStream<String, V> records, String name) {
        Duration interval = Duration.ofMillis(config.commitMillis());
        return records.processValues(() -> new PromptCommit<V>(interval), Named.as("commit-" + name));
    }

    /** The values of one type. */
    private static <V, W extends V> KStream<String, W> only(KStream<String, V> all, Class<W> type, String name) {
        return all.filter((key, value) -> type.isInstance(value), Named.as(name))
                .mapValues(type::cast, Named.as(name + "-only"));
    }

    /** A repartition topic that gets a copy of each record in every partition. */
    @SuppressWarnings("removal") // the one method that StreamPartitioner demands, deprecated for one with headers
    private static <V> Repartitioned<String, V> broadcast(String name, int partitions, Serde<V> values) {
        Set<Integer> all = IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(values)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner((topic, key, value, count) -> Optional.of(all));
    }

    private static ProcessorSupplier<String, StageResult<Delivery>, String, StageResult<RevisedArticle>> revise() {
        return with(ReviseProcessor::new, Set.of(HistoryStore.builder()));
    }

    private static ProcessorSupplier<String, SequencedFingerprint, String, ClusterInput> match(int shards) {
        return with(() -> new MatchProcessor(shards), StreamsFingerprintArchive.stores());
    }

    private static ProcessorSupplier<String, ClusterInput, String, ClusterOutput> cluster() {
        return with(ClusterProcessor::new, StreamsClusterStore.stores());
    }

    private static ProcessorSupplier<String, StorySignature, String, StoryLinks> link() {
        return with(LinkProcessor::new, StreamsLinkStore.stores());
    }

    private static ProcessorSupplier<String, JoinInput, String, JoinedArticle> join() {
        return with(JoinProcessor::new, JoinProcessor.stores());
    }

    /** A supplier that names its stores, so that Kafka Streams creates and connects them. */
    private static <V, W> ProcessorSupplier<String, V, String, W> with(
            ProcessorSupplier<String, V, String, W> supplier, Set<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, String, W> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }

    /** A named table in a store. */
    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> stored(String name, Serde<V> values) {
        return Materialized.<String, V>as(Stores.persistentKeyValueStore(name))
                .withKeySerde(Serdes.String())
                .withValueSerde(values);
    }

    private static <V> Consumed<String, V> consumed(Serde<V> values, String name) {
        return Consumed.with(Serdes.String(), values).withName(name);
    }

    private static <V> Produced<String, V> produced(Class<V> type, String name) {
        return Produced.<String, V>as(name).withKeySerde(Serdes.String()).withValueSerde(new JsonSerde<>(type));
    }
}
