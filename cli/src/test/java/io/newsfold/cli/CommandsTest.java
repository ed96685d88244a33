package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.TopicSummary;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look into a pipeline and correct it, on a pipeline with two articles. */
class CommandsTest {
    private static final String PIER = "https://a.example/pier";
    private static final String BRIDGE = "https://b.example/bridge";
    private static final String ARTICLE = "{\"url\": \"%s\", \"headline\": \"%s\", \"published\": \"%s\","
            + " \"publisher\": \"%s\", \"text\": \"%s\"}\n";

    @TempDir
    private Path folder;

    private Pipeline pipeline;

    @SuppressWarnings("NullAway.Init")
    CommandsTest() {}

    @BeforeEach
    void start() throws IOException {
        pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
        Path articles = Files.writeString(
                folder.resolve("articles.jsonl"),
                ARTICLE.formatted(
                                PIER,
                                "Pier to be painted",
                                "2026-03-02T08:00:00Z",
                                "Carrow Post",
                                "The pier at Carrow Point will be painted green in May, the harbour board decided on"
                                        + " Monday after a long debate about the colour.")
                        + ARTICLE.formatted(
                                BRIDGE,
                                "Bridge closed for a year",
                                "2026-03-05T08:00:00Z",
                                "Linden Review",
                                "The road bridge over the Orme was closed on Thursday after engineers had found rust in"
                                        + " its cables; trains go on as before."),
                UTF_8);
        command("replay", articles.toString());
        pipeline.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void anArticleIsWithdrawnByItsAddress() {
        Run withdrawal = command("withdraw", PIER + "#top");
        pipeline.awaitCaughtUp();

        assertThat(withdrawal.code()).as(withdrawal.stderr()).isZero();
        assertThat(command("export", "articles").stdout()).contains(BRIDGE).doesNotContain(PIER);
        assertThat(command("withdraw", PIER, "https://a.example/typo").code()).isEqualTo(4);
    }

    @Test
    void aTextFromBeforeTheWithdrawalIsNotPublishedAndALaterOneIs() throws IOException {
        Path page = Files.writeString(
                folder.resolve("pier.json"),
                ("{\"url\":\"%s\",\"headline\":\"Pier to be painted\",\"fetched\":\"2026-03-02T09:00:00Z\","
                                + "\"text\":\"The pier at Carrow Point will be painted green in May, the board decided.\"}")
                        .formatted(PIER),
                UTF_8);
        command("add", page.toString());
        command("withdraw", PIER);
        Run early = command("add", page.toString());
        Files.writeString(
                page,
                Files.readString(page)
                        .replace("2026-03-02T09:00:00Z", Instant.now().toString()));
        Run late = command("add", page.toString());

        assertThat(early.stdout())
                .startsWith("not published: article ")
                .contains("after this text was fetched (2026-03-02T09:00:00Z); to bring it back: ");
        assertThat(late.stdout()).startsWith("published: article ");
        assertThat(command("add", page.toString()).stdout()).startsWith("unchanged, ");
    }

    @Test
    void aWithdrawalThatIsOlderThanTheTextIsWithoutEffect() throws IOException {
        Path old = withdrawal("old.json", PIER, "2020-01-01T00:00:00Z");
        Path typo = withdrawal("typo.json", "https://a.example/typo", "2026-11-01T00:00:00Z");

        Run late = command("add", old.toString());
        Run unknown = command("add", typo.toString());

        assertThat(late.stdout()).startsWith("without effect: article ");
        assertThat(late.code()).isEqualTo(3);
        assertThat(command("export", "articles").stdout()).contains(PIER);
        assertThat(unknown.stdout()).startsWith("no text of article ");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(command("withdraw", "https://a.example/typo").code()).isEqualTo(4);
        assertThat(command("erasure-receipt", "https://a.example/typo", "--out", out())
                        .code())
                .isEqualTo(4);
    }

    private Path withdrawal(String name, String url, String fetched) throws IOException {
        String json = "{\"url\":\"%s\",\"withdrawn\":true,\"fetched\":\"%s\"}";
        return Files.writeString(folder.resolve(name), json.formatted(url, fetched), UTF_8);
    }

    @Test
    void whereNamesThePartsOfAFileOfSeveralArticles() {
        assertThat(command("where", "articles.jsonl").stderr())
                .contains("articles.jsonl has 2 deliveries: name one, as articles.jsonl:1");
    }

    @Test
    void aTableInParquetIsNoArticle() throws IOException {
        Path parquet = folder.resolve("all.parquet");
        command("export", "articles", "--to", parquet.toString());
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        Path random = Files.write(folder.resolve("noise.bin"), noise);

        assertThat(command("add", parquet.toString()).code()).isEqualTo(3);
        assertThat(command("add", random.toString()).code()).isEqualTo(3);
    }

    @Test
    void nothingIsSaidOfWhatNeverArrived() {
        Run receipt = command("erasure-receipt", "https://a.example/typo", "--out", out());
        Run elsewhere = command("erasure-receipt", PIER, "--out", folder.toString());
        Run link = command("link", PIER, "https://a.example/typo");

        assertThat(receipt.code()).isEqualTo(4);
        assertThat(receipt.stderr()).contains("no text was ever delivered under https://a.example/typo");
        assertThat(elsewhere.code()).isEqualTo(4);
        assertThat(elsewhere.stderr()).contains("no sink has written a history there");
        assertThat(link.stderr()).contains("pending: there is no article https://a.example/typo yet");
        assertThat(command("link", "--list").stdout()).startsWith("pending ").hasLineCount(1);
    }

    @Test
    void aDecisionOnTwoLanguagesIsSaidToHaveNoEffect() throws IOException {
        String german = "https://hafen.example/bruecke";
        Path article = Files.writeString(
                folder.resolve("german.jsonl"),
                ARTICLE.formatted(
                        german,
                        "Brücke für ein Jahr gesperrt",
                        "2026-03-05T09:00:00Z",
                        "Hafenblatt",
                        "Die Brücke über die Orme ist seit Donnerstag gesperrt, weil die Ingenieure Rost in den Seilen"
                                + " gefunden haben; die Züge fahren weiter wie bisher."),
                UTF_8);
        command("replay", article.toString());
        pipeline.awaitCaughtUp();

        assertThat(command("link", BRIDGE, german).stderr())
                .contains("without effect: the articles are in two languages");
        assertThat(command("link", "--list").stdout()).startsWith("no effect ").hasLineCount(1);
        assertThat(command("explain", BRIDGE, german).stdout())
                .contains("Why not: they are in two languages (en, de), and a story has one.");
        assertThat(command("unlink", BRIDGE, german).stderr()).doesNotContain("without effect");
    }

    @Test
    void storiesAreChosenByTimeSourceAndEntity() {
        assertThat(command("stories", "--since", "2026-03-04").stdout())
                .contains("Bridge closed")
                .doesNotContain("Pier");
        assertThat(command("stories", "--source", "carrow").stdout())
                .contains("Pier")
                .doesNotContain("Bridge");
        assertThat(command("stories", "--entity", "Carrow Point").stdout())
                .contains("Pier")
                .doesNotContain("Bridge");
        assertThat(command("stories", "--entity", "Carow Point").stderr()).contains("did you mean Carrow Point?");
        assertThat(command("stories", "--limit", "1").stdout()).doesNotContain("Bridge");
        assertThat(command("stories", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void tablesAreWrittenInEachFormat() throws Exception {
        Path parquet = folder.resolve("articles.parquet");

        Run csv = command("export", "articles", "--since", "2026-03-04");
        Run entities = command("export", "entities", "--format", "jsonl");
        Run stories = command("export", "stories", "--source", "Linden");
        Run file = command("export", "articles", "--format", "parquet", "--to", parquet.toString());

        assertThat(csv.stdout())
                .startsWith("id,url,headline,publisher")
                .contains(BRIDGE)
                .doesNotContain(PIER);
        assertThat(entities.stdout()).contains("\"name\":\"Carrow Point\"");
        assertThat(stories.stdout()).contains("Bridge closed for a year").hasLineCount(2);
        assertThat(file.code()).as(file.stderr()).isZero();
        assertThat(Files.readAllBytes(parquet))
                .startsWith("PAR1".getBytes(UTF_8))
                .endsWith("PAR1".getBytes(UTF_8));
        assertThat(command("export", "articles", "--format", "parquet").code()).isEqualTo(2);
        assertThat(command(
                                "export",
                                "articles",
                                "--to",
                                folder.resolve("a.jsonl").toString())
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("a.jsonl"))).startsWith("{");
        assertThat(command("export", "articles", "--to", "a.xlsx").stderr())
                .contains("none of .csv, .jsonl and .parquet");
    }

    @Test
    void topicsAreListedAndTheirRecordsPrinted() {
        assertThat(command("topics").stdout()).contains("articles.raw").hasLineCount(Topic.values().length + 1);
        assertThat(command("topics", "show", "articles.raw").stdout()).contains("cleanup.policy = delete");
        assertThat(command("topics", "peek", "articles.raw", "--key", PIER).stdout())
                .contains("key " + PIER)
                .contains("ce_source=articles.jsonl:1")
                .contains("Pier to be painted");
        assertThat(command("topics", "peek", "articles.rar").code()).isEqualTo(4);
    }

    @Test
    void inputsAreCopiedToAClusterWithMorePartitions() {
        try (EmbeddedBroker other = EmbeddedBroker.start(folder.resolve("other"))) {
            Run copy = command("copy", "--to", other.address(), "--partitions", "3");
            Run again = command("copy", "--to", other.address());

            assertThat(copy.code()).as(copy.stderr()).isZero();
            assertThat(copy.stdout()).contains("2 records of articles.raw");
            assertThat(again.stderr()).contains("the target has records on articles.raw");
            try (Cluster cluster = new Cluster(other.client())) {
                TopicSummary raw =
                        TopicSummary.of(cluster, List.of(Topic.RAW.topicName())).get(0);
                assertThat(raw.partitions()).isEqualTo(3);
                assertThat(raw.offsets()).isEqualTo(2);
            }
        }
    }

    @Test
    void aRunningPipelineIsNotReset() {
        Run dry = command("reset", "--out", out(), "--dry-run");
        Run reset = command("reset", "--out", out(), "--yes");

        assertThat(dry.stdout()).contains("would remove  " + folder.resolve("data"));
        assertThat(reset.code()).isNotZero();
        assertThat(reset.stderr()).contains("another newsfold works on");
        assertThat(folder.resolve("out/latest")).exists();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    /** Runs a command on the pipeline. */
    private Run command(String... arguments) {
        return Run.command(
                folder,
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--data", folder.resolve("data").toString()))
                        .toArray(String[]::new));
    }
}
