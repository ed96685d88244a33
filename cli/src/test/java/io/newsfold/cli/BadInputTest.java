package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear sentence and an exit code; good input beside it is processed. */
class BadInputTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    BadInputTest() {}

    @Test
    void aMissingFeedIsAnInputError() {
        Run run = Run.once(folder, folder.resolve("nowhere"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.stderr()).isEqualTo("newsfold: there is no file or folder " + folder.resolve("nowhere") + "\n");
    }

    @Test
    void aMissingFolderIsAnInputError() {
        Run run = Run.command(folder, "replay", folder.resolve("nowhere").toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.stderr()).isEqualTo("newsfold: there is no file or folder " + folder.resolve("nowhere") + "\n");
    }

    @Test
    void anUnreachableBrokerIsNamed() {
        Run run = Run.command(folder, "stories", "--bootstrap-servers", "127.0.0.1:1");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.stderr()).isEqualTo("newsfold: no Kafka broker answers at 127.0.0.1:1\n");
    }

    @Test
    void aMissingRunIsNamed() {
        Run run = Run.command(folder, "stories", "--data", folder.toString());

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.stderr())
                .startsWith("newsfold: no newsfold run is at work on " + folder)
                .hasLineCount(1);
    }

    @Test
    void everyCommandBelowAnotherHasHelp() {
        assertThat(Stream.of("list", "show", "replay"))
                .map(name -> Run.command(folder, "rejected", name, "--help"))
                .allSatisfy(help -> {
                    assertThat(help.code()).isZero();
                    assertThat(help.stdout()).startsWith("Usage: newsfold rejected ");
                });
    }

    @Test
    void aMalformedSpeedIsWrongUsage() {
        Run run = Run.once(folder, Run.SEED_FEED, "--speed", "fast");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.stderr()).isEqualTo("newsfold: --speed takes a factor, as 60x, not fast\n");
    }

    @Test
    void malformedTimesAreWrongUsage() {
        assertUsage(
                "--since: a time is written as 2026-11-22 or 2026-11-22T06:00:00Z, not tuesday (see newsfold replay --help)",
                "--since",
                "tuesday");
        assertUsage(
                "--since 2026-11-02T00:00:00Z is not before --until 2026-11-01T00:00:00Z",
                "--since",
                "2026-11-02",
                "--until",
                "2026-11-01");
        assertUsage(
                "--clock: one of published, fetched is wanted, not guess (see newsfold replay --help)",
                "--clock",
                "guess");
    }

    private void assertUsage(String sentence, String... options) {
        Run run = Run.command(
                folder,
                Stream.of(new String[] {"replay", folder.toString()}, options)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.stderr()).isEqualTo("newsfold: " + sentence + "\n");
    }

    @Test
    void badFilesAreRejectedWithTheirReasonsAndTheRestIsPublished() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(feed.resolve("empty.txt"), "");
        Files.writeString(feed.resolve("paper.html"), "%PDF-1.7 ...");
        Files.writeString(feed.resolve("lines.jsonl"), """
                {"url": "https://a.example/1", "headline": "Pier to be painted", "text": "The pier at Carrow \
                Point will be painted green in May, the harbour board decided."}
                {"url": "https://a.example/2", "headline": "Cut in the mid
                {"url": "https://a.example/3"}
                """);

        Run run = Run.once(folder, feed);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.stdout()).endsWith("5 raw records: 1 published, 4 rejected\n");
        assertThat(run.stderr())
                .contains("rejected empty.txt: no_text, only 0 words of text\n")
                .contains("rejected paper.html: not_html, another kind of file by its first bytes\n")
                .contains("rejected lines.jsonl:2: not_json, not JSON: ")
                .contains(
                        "rejected lines.jsonl:3: schema, found url, but no text and no headline; a text is called text, "
                                + "articleBody, maintext, body, content or html, or as --fields text=… says\n")
                .doesNotContain("Exception");
    }

    @Test
    void whatIsRefusedBeforeTheTopicIsCountedAndNamed() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(feed.resolve("pier.json"), """
                [{"title": "Pier to be painted", "url": "https://a.example/1", "shares": 3, "content": "The pier at \
                Carrow Point will be painted green in May, the harbour board decided."}]""");
        Files.writeString(feed.resolve("down.rss"), "<html><body><h1>502 Bad Gateway</h1></body></html>");

        Run run = Run.once(folder, feed, "--quiet");
        Run allowed = Run.once(Files.createDirectory(folder.resolve("b")), feed, "--max-rejects", "1");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.stderr()).contains("newsfold: 1 refused before the topic as not_a_feed: down.rss: ");
        assertThat(run.stdout()).endsWith("1 raw records: 1 published, 1 refused before the topic\n");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.stderr())
                .contains("newsfold: 1 records sent from ")
                .contains("newsfold: of 1 articles of exports and feeds 1 without a field for the date,"
                        + " fields not read: shares (1)\n");
    }

    @Test
    void cleanPrintsALineForEveryInput() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(
                feed.resolve("a.csv"),
                "kop,corpo\nPier to be painted,\"The pier at Carrow Point will be"
                        + " painted green in May, the harbour board decided.\"\n");
        Files.writeString(feed.resolve("b.json"), "{\"url\": \"https://a.example/1\", \"withdrawn\": true}");
        Files.writeString(feed.resolve("c.rss"), "<html><body><h1>502 Bad Gateway</h1></body></html>");
        Files.writeString(feed.resolve("d.docx"), "x");

        Run run = Run.command(folder, "clean", "--fields", "headline=kop,text=corpo", feed.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.stdout().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"headline\":\"Pier to be painted\""),
                        line -> assertThat(line).contains("\"file\":\"b.json\",\"message\":\"withdrawn\""),
                        line -> assertThat(line).contains("\"file\":\"c.rss\",\"reason\":\"not_a_feed\""));
        assertThat(run.stderr()).contains("d.docx is left out: not a file of articles\n");
    }

    @Test
    void theOutputFolderOfAnotherPipelineIsRefused() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(
                feed.resolve("a.txt"),
                "Pier to be painted\n\nThe pier at Carrow Point will be painted green in May, the harbour board"
                        + " decided.");
        Run.once(folder, feed);

        Run run = Run.command(
                folder,
                "run",
                "--once",
                "--feed",
                feed.toString(),
                "--data",
                folder.resolve("other").toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.stderr())
                .contains("belongs to another articles.enriched topic")
                .doesNotContain("Exception");
    }
}
