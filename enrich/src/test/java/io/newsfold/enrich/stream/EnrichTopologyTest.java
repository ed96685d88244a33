package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.CleanArticle.Version;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
    private static final String FERRY = """
            Ferry service to Marwick Island stops for the winter

            The last ferry to Marwick Island left Port Ellery on Sunday evening with eleven passengers and a crate of hens aboard. \
            Captain Ada Thornbury said the vessel would go into dry dock for four months while its engines are replaced.

            Islanders will depend on a charter flight twice a week. The council of Marwick has set aside 90,000 crowns to hold fares down.

            Shopkeepers on the island told the council in October that they had stocked flour, fuel and candles until March. \
            Thornbury promised that the rebuilt ferry would be faster and quieter when it returns in the spring.
            """;

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> raw;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, Story> stories;
    private TestOutputTopic<String, StoryChange> changes;
    private TestOutputTopic<String, Receipt> receipts;
    private TestOutputTopic<String, Rejection> rejected;

    @SuppressWarnings("NullAway.Init")
    EnrichTopologyTest() {}

    @BeforeEach
    void start() {
        Properties client = new Properties();
        client.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        EnrichConfig config = new EnrichConfig(client, folder, 1, 1, 1, 100, new Tagger(), TopicRules.shipped(), true);
        driver = new TopologyTestDriver(EnrichTopology.build(config), config.streams());
        raw = driver.createInputTopic(Topic.RAW.topicName(), new StringSerializer(), new ByteArraySerializer());
        enriched = output(Topic.ENRICHED, EnrichedArticle.class);
        stories = output(Topic.STORIES, Story.class);
        changes = output(Topic.CHANGES, StoryChange.class);
        receipts = output(Topic.RECEIPTS, Receipt.class);
        rejected = output(Topic.REJECTED, Rejection.class);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void anArticleBeginsAStory() {
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");

        Map<String, EnrichedArticle> articles = enriched.readKeyValuesToMap();
        String id = ArticleId.of("https://a.example/ferry");
        assertThat(articles).containsOnlyKeys(id);
        assertThat(at(articles, id).article().text().headline())
                .isEqualTo("Ferry service to Marwick Island stops for the winter");
        assertThat(at(articles, id).place().story().id()).isEqualTo(id);
        assertThat(at(articles, id).place().lineage().relation()).isEqualTo(Relation.FIRST);
        assertThat(at(stories.readKeyValuesToMap(), id).articles()).hasSize(1);
        assertThat(changes.readValuesToList()).extracting(StoryChange::kind).containsExactly(StoryChange.Kind.BEGAN);
        assertThat(receipts.readValuesToList()).hasSize(1);
    }

    @Test
    void anOriginalThatArrivesLateBecomesTheParentOfItsCopy() {
        deliver("https://b.example/copied", FERRY, "2026-01-05T12:00:00Z");
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");

        Map<String, EnrichedArticle> articles = enriched.readKeyValuesToMap();
        String original = ArticleId.of("https://a.example/ferry");
        EnrichedArticle copy = at(articles, ArticleId.of("https://b.example/copied"));
        assertThat(copy.place().isBasedOn()).isEqualTo(original);
        assertThat(copy.place().story().id()).isEqualTo(original);
        assertThat(stories.readKeyValuesToMap()).containsEntry(ArticleId.of("https://b.example/copied"), null);
        assertThat(changes.readValuesToList()).extracting(StoryChange::kind).contains(StoryChange.Kind.REHEADED);
    }

    @Test
    void aChangeOfAStoryHasTheHeadlinesAndTheTimeOfItsCause() {
        deliver("https://b.example/copied", FERRY.replace("stops for", "rests over"), "2026-01-05T12:00:00Z");
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");
        deliver("https://b.example/copied", null, "2026-01-05T13:00:00Z");

        String original = "Ferry service to Marwick Island stops for the winter";
        String copy = "Ferry service to Marwick Island rests over the winter";
        assertThat(changes.readValuesToList())
                .extracting(c -> c.kind() + " " + c.time() + " " + c.headline() + ", " + c.articleHeadline() + ", "
                        + c.fromHeadline())
                .containsExactly(
                        "BEGAN 2026-01-05T12:00:00Z " + copy + ", " + copy + ", null",
                        "BEGAN 2026-01-05T08:00:00Z " + original + ", " + original + ", null",
                        "REHEADED 2026-01-05T08:00:00Z " + original + ", null, " + copy,
                        "LEFT 2026-01-05T13:00:00Z " + original + ", " + copy + ", null");
    }

    @Test
    void anEditIsARevisionOfTheSameArticle() {
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");
        deliver("https://a.example/ferry", FERRY.replace("90,000", "70,000"), "2026-01-05T09:00:00Z");

        EnrichedArticle article = at(enriched.readKeyValuesToMap(), ArticleId.of("https://a.example/ferry"));
        assertThat(article.article().versions()).extracting(Version::revision).containsExactly(1, 2);
        assertThat(article.article().versions().get(1).changes()).containsExactly("figure");
        assertThat(article.article().text().articleBody()).contains("70,000");
    }

    @Test
    void aStubAfterTheFullTextIsSetAside() {
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");
        deliver("https://a.example/ferry", FERRY.substring(0, FERRY.length() / 3) + "…", "2026-01-05T09:00:00Z");

        EnrichedArticle article = at(enriched.readKeyValuesToMap(), ArticleId.of("https://a.example/ferry"));
        assertThat(article.article().text().articleBody()).contains("90,000").doesNotContain("…");
        assertThat(article.article().flags()).contains("version_set_aside");
        assertThat(article.article().versions()).extracting(Version::setAside).containsExactly(null, "teaser");
        assertThat(Outcomes.of(receipts.readValuesToList()).values())
                .containsExactlyInAnyOrder(Outcome.PUBLISHED, Outcome.SET_ASIDE);
    }

    @Test
    void pagesThatMayBeNoArticleAreAloneAndNoSource() {
        String lost =
                "Page not found\n\nThe harbour office has a new home at Lower Quay since January, and the old rooms"
                        + " in the tower are let to a maker of sails and ropes from Carrow.\n";
        deliver("https://a.example/ferry", lost, "2026-01-05T08:00:00Z");
        deliver("https://a.example/trams", lost, "2026-01-05T09:00:00Z");

        Map<String, EnrichedArticle> articles = enriched.readKeyValuesToMap();
        assertThat(articles.values()).hasSize(2).allSatisfy(article -> {
            assertThat(article.article().flags()).contains("doubtful_page");
            assertThat(article.place().lineage().relation()).isEqualTo(Relation.FIRST);
        });
        assertThat(stories.readKeyValuesToMap().values())
                .hasSize(2)
                .allSatisfy(story -> assertThat(story.sources()).isEmpty());
    }

    @Test
    void aSecondDeliveryOfTheSameTextChangesNothing() {
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");
        enriched.readValuesToList();
        deliver("https://a.example/ferry", FERRY, "2026-01-06T08:00:00Z");

        assertThat(enriched.isEmpty()).isTrue();
        assertThat(receipts.readValuesToList()).hasSize(2);
    }

    @Test
    void aWithdrawalRemovesTheArticleFromAllTopics() {
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");
        deliver("https://a.example/ferry", null, "2026-01-05T10:00:00Z");

        String id = ArticleId.of("https://a.example/ferry");
        assertThat(enriched.readKeyValuesToMap()).containsEntry(id, null);
        assertThat(stories.readKeyValuesToMap()).containsEntry(id, null);
        assertThat(changes.readValuesToList()).extracting(StoryChange::kind).endsWith(StoryChange.Kind.WITHDRAWN);
    }

    @Test
    void aTextFetchedBeforeAWithdrawalStaysWithdrawnEvenIfItArrivesLater() {
        deliver("https://a.example/ferry", null, "2026-01-05T10:00:00Z");
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");

        assertThat(enriched.isEmpty()).isTrue();
        assertThat(receipts.readValuesToList()).hasSize(2);
    }

    @Test
    void anUnusableRecordIsRejectedWithItsBytesAndTheJobGoesOn() {
        deliver("https://a.example/pdf", "%PDF-1.7 \u0000\u0001", "2026-01-05T08:00:00Z");
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");

        Rejection rejection = rejected.readValue();
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_HTML);
        assertThat(rejection.original()).isEqualTo("%PDF-1.7 \u0000\u0001".getBytes(UTF_8));
        assertThat(enriched.readKeyValuesToMap()).hasSize(1);
    }

    @Test
    void aRecordWithoutAKeyIsRejectedAndTheJobGoesOn() {
        raw.pipeInput(new TestRecord<>(null, FERRY.getBytes(UTF_8), new RecordHeaders()));
        raw.pipeInput(new TestRecord<>("", null, new RecordHeaders()));
        raw.pipeInput(new TestRecord<>("x".repeat(Limits.KEY_CHARS + 1), FERRY.getBytes(UTF_8), new RecordHeaders()));
        deliver("https://a.example/ferry", FERRY, "2026-01-05T08:00:00Z");

        assertThat(rejected.readValuesToList())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.NO_KEY, Rejection.Reason.NO_KEY, Rejection.Reason.NO_KEY);
        assertThat(enriched.readKeyValuesToMap()).hasSize(1);
    }

    @Test
    void oddHeadersAndMagicBytesOfASchemaRegistryDoNotStopTheJob() {
        RecordHeaders headers = new RecordHeaders();
        for (int i = 0; i < 1_000; i++) {
            headers.add("h" + i, new byte[] {(byte) 0xFF, (byte) i});
        }
        headers.add("newsfold_headline", "Waves ".repeat(Limits.HEADER_CHARS).getBytes(UTF_8));
        headers.add("ce_time", "not a time".getBytes(UTF_8));
        headers.add("content-type", null);
        raw.pipeInput(new TestRecord<>("https://a.example/ferry", FERRY.getBytes(UTF_8), headers));
        RecordHeaders json = new RecordHeaders();
        json.add("content-type", "application/json".getBytes(UTF_8));
        raw.pipeInput(new TestRecord<>("https://a.example/avro", new byte[] {0, 0, 0, 0, 7, 2, 4}, json));

        assertThat(enriched.readKeyValuesToMap()).hasSize(1);
        assertThat(rejected.readValuesToList())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.NOT_JSON);
    }

    private static <T> T at(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private <T> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.topicName(), new StringDeserializer(), new JsonSerde<>(type).deserializer());
    }

    private void deliver(String url, @Nullable String text, String time) {
        RecordHeaders headers = new RecordHeaders();
        new About(Instant.parse(time), "test", "text/plain", time, "A Paper", null, null, null, null)
                .writeTo(headers, "e");
        raw.pipeInput(new TestRecord<>(url, text == null ? null : text.getBytes(UTF_8), headers));
    }
}
