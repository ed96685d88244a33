package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad files and feeds: their good parts come in, the rest is rejected with a reason, and nothing stops. */
class BadFilesTest {
    private static final String ITEM = "<item><title>Ferry cancelled</title><link>https://harbour.example/%s</link>"
            + "<description>High waves.</description></item>";

    @TempDir
    private Path folder;

    private final List<String> remarks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    BadFilesTest() {}

    @Test
    void entitiesThatGrowWithoutEndAreRejected() throws IOException {
        assertThat(reasonsOf(feed("<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>", "&b;")))
                .containsExactly(Reason.DOCTYPE);
    }

    @Test
    void entitiesThatNameFilesAreRejected() throws IOException {
        assertThat(reasonsOf(feed("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")))
                .containsExactly(Reason.DOCTYPE);
    }

    @Test
    void theDoctypeOfOldFeedsIsAccepted() throws IOException {
        assertThat(bodies(feed(
                        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
                                + " \"http://my.netscape.com/rss.dtd\">",
                        ITEM.formatted(1))))
                .containsExactly("High waves.");
    }

    @Test
    void anEntityOfHtmlIsAccepted() throws IOException {
        assertThat(bodies(feed("", ITEM.formatted(1).replace("High waves", "High&nbsp;waves & wind"))))
                .singleElement()
                .asString()
                .endsWith("waves & wind.");
    }

    @Test
    void aControlCharacterDoesNotCostTheFeed() throws IOException {
        assertThat(bodies(feed("", ITEM.formatted(1).replace("High", "Hi\u000Bgh"))))
                .hasSize(1);
    }

    @Test
    void aTruncatedFeedKeepsTheItemsBefore() throws IOException {
        String whole = feed("", ITEM.formatted(1) + ITEM.formatted(2));

        String cut = whole.substring(0, whole.indexOf("/2</link>"));

        assertThat(bodies(cut)).containsExactly("High waves.");
        assertThat(reasonsOf(cut)).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void anErrorPageIsNotAFeed() throws IOException {
        assertThat(reasonsOf("<html><body><h1>502 Bad Gateway</h1></body></html>"))
                .containsExactly(Reason.NOT_A_FEED);
    }

    @Test
    void aFeedWithoutItemsIsAFeed() throws IOException {
        assertThat(deliveries("feed.rss", feed("", "").getBytes(UTF_8))).isEmpty();
    }

    @Test
    void elementsNestedFortyThousandDeepDoNotStopTheReader() throws IOException {
        assertThat(bodies(feed("", "<a>".repeat(40_000) + ITEM.formatted(1)))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void onlyTheNewestItemsOfAHugeFeedAreRead() throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < Limits.FEED_ITEMS + 3; i++) {
            items.append(ITEM.formatted(i)
                    .replace("</item>", "<pubDate>" + Instant.EPOCH.plusSeconds(i) + "</pubDate></item>"));
        }
        items.append(("<!-- " + "x".repeat(1_000) + " -->").repeat(8_000));

        List<Delivery> deliveries =
                deliveries("feed.rss", feed("", items.toString()).getBytes(UTF_8));

        assertThat(deliveries).hasSize(Limits.FEED_ITEMS + 1);
        assertThat(deliveries.get(0).key()).endsWith("/3");
        assertThat(reasons(deliveries)).containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void itemsThatShareAnIdAreTwoArticles() throws IOException {
        String twice = ITEM.formatted(1).replace("</item>", "<guid>same</guid></item>")
                + ITEM.formatted(2).replace("</item>", "<guid>same</guid></item>");

        assertThat(deliveries("feed.rss", feed("", twice).getBytes(UTF_8)).stream()
                        .map(Delivery::key)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void anItemWithAnInvalidLinkIsKeyedByItsBody() throws IOException {
        for (String link : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "/relative",
                "",
                "https://a.example/" + "x".repeat(100_000))) {
            String item =
                    "<item><title>Ferry</title><link>" + link + "</link><description>High waves.</description></item>";

            assertThat(deliveries("feed.rss", feed("", item).getBytes(UTF_8)))
                    .as(link)
                    .singleElement()
                    .satisfies(d -> {
                        assertThat(d.key()).startsWith("sha256:");
                        assertThat(d.about().flags()).containsExactly("bad_link");
                    });
        }
    }

    @Test
    void entitiesInUtf16AreRejectedToo() throws IOException {
        byte[] wide = feed("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")
                .getBytes(UTF_16);

        assertThat(reasons(deliveries("feed.rss", wide))).containsExactly(Reason.DOCTYPE);
    }

    @Test
    void anAddressThatAllItemsShareIsNotTheirKey() throws IOException {
        String item = "<item><guid>https://a.example/g</guid><description>%s waves.</description></item>";

        assertThat(keys(item.formatted("High") + item.formatted("Low")))
                .hasSize(2)
                .allMatch(k -> k.startsWith("sha256:"));
        assertThat(keys(item.formatted("High"))).containsExactly("https://a.example/g");
    }

    @Test
    void theFirstValidLinkIsTaken() throws IOException {
        String entry = "<entry><link rel='replies' href='https://a.example/talk'/><link href='https://a.example/1'/>"
                + "<content>High waves.</content></entry>";
        String item = "<item><link>javascript:alert(1)</link><guid>https://a.example/2</guid>"
                + "<description>High waves.</description></item>";

        assertThat(keys(entry + item)).containsExactly("https://a.example/1", "https://a.example/2");
    }

    @Test
    void tagsInATitleAreRemoved() throws IOException {
        String titled = ITEM.formatted(1)
                .replaceFirst("<title>[^<]*", "<title>Ferry &lt;img src=x onerror=alert(1)&gt;sails &amp;amp; stays");

        assertThat(deliveries("feed.rss", feed("", titled).getBytes(UTF_8)))
                .extracting(d -> d.about().headline())
                .containsExactly("Ferry sails & stays");
    }

    @Test
    void badLinesDoNotCostTheGoodOnes() throws IOException {
        byte[] lines = ("\uFEFF{\"url\":\"https://a.example/1\",\"text\":\"one\"}\r\n\n[1,2]\nnot json\n{\"text\":\""
                        + "x".repeat(Limits.BODY_BYTES) + "\"}\n{\"url\":\"https://a.example/2\",\"text\":\"two\"}")
                .getBytes(UTF_8);
        List<Delivery> deliveries = deliveries("lines.jsonl", lines);

        assertThat(deliveries).hasSize(5);
        assertThat(reasons(deliveries)).containsExactly(Reason.TOO_LARGE);
        assertThat(deliveries.stream().filter(d -> d.doubt() != null)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aDecompressionBombFails() {
        InputStream endless = new ByteArrayInputStream(new byte[(int) Limits.UNPACKED_BYTES + 1]);

        Assertions.assertThatIOException()
                .isThrownBy(() -> LimitedStream.failingAfter(Limits.UNPACKED_BYTES, endless)
                        .readAllBytes())
                .withMessage("more than " + Limits.UNPACKED_BYTES + " bytes when unpacked");
    }

    @Test
    void aTruncatedCompressedFileKeepsTheLinesBefore() throws IOException {
        byte[] first = gzip("{\"url\":\"https://a.example/1\",\"text\":\"one\"}\n");
        byte[] second = gzip("{\"url\":\"https://a.example/2\",\"text\":\"" + "two ".repeat(500) + "\"}\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(deliveries("whole.jsonl.gz", both)).hasSize(2);
        List<Delivery> cut = deliveries("cut.jsonl.gz", Arrays.copyOf(both, both.length - 12));
        assertThat(cut.get(0).key()).isEqualTo("https://a.example/1");
        assertThat(reasons(cut)).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void linksPipesAndLoopsAreLeftOutAndNotOpened() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("good.txt"), "High waves");
        Files.createSymbolicLink(folder.resolve("root.html"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assumeTrue(
                new ProcessBuilder("mkfifo", folder.resolve("pipe.html").toString())
                                .start()
                                .waitFor()
                        == 0,
                "skipped: no mkfifo here");

        assertThat(read(folder)).hasSize(1);
        assertThat(remarks).hasSize(3).allMatch(r -> r.endsWith(" is left out: a link, a pipe or a device"));
    }

    @Test
    void fileNamesWithControlCharactersAreEscapedInRemarks() throws IOException {
        Files.writeString(folder.resolve("good\u001B[31m\n.bin"), "x");
        Files.writeString(folder.resolve("wave 🌊 été.txt"), "High waves");

        assertThat(read(folder))
                .singleElement()
                .extracting(d -> d.about().origin())
                .isEqualTo("wave 🌊 été.txt");
        assertThat(remarks).singleElement().asString().startsWith("good?[31m?.bin is left out");
    }

    @Test
    void fileNamesWithBackslashesOrInLatin1AreRead() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("C:\\x.txt"), "High waves");
        String latin = "echo waves > \"$(printf 'f\\344hre.txt')\"";
        Process shell =
                new ProcessBuilder("sh", "-c", latin).directory(folder.toFile()).start();

        assertThat(shell.waitFor()).isZero();
        assertThat(read(folder)).hasSize(2).noneMatch(d -> d.refusal() != null);
    }

    private static String feed(String before, String items) {
        return "<?xml version=\"1.0\"?>" + before + "<rss><channel><title>Harbour</title>" + items + "</channel></rss>";
    }

    private List<String> keys(String items) throws IOException {
        return deliveries("feed.rss", feed("", items).getBytes(UTF_8)).stream()
                .map(Delivery::key)
                .toList();
    }

    private List<Reason> reasonsOf(String feed) throws IOException {
        return reasons(deliveries("feed.rss", feed.getBytes(UTF_8)));
    }

    private static List<Reason> reasons(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(d -> Stream.ofNullable(d.refusal()))
                .map(Delivery.Refusal::reason)
                .toList();
    }

    private List<String> bodies(String feed) throws IOException {
        return deliveries("feed.rss", feed.getBytes(UTF_8)).stream()
                .flatMap(d -> Stream.ofNullable(d.body()))
                .map(body -> new String(body, UTF_8).replace('\u00A0', ' '))
                .toList();
    }

    private List<Delivery> deliveries(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return read(file);
    }

    private List<Delivery> read(Path path) {
        return new FileFeed(List.of(path), remarks::add).all();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
