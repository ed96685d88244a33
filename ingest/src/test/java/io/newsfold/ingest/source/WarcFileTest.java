package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of WARC files, whole and broken. */
class WarcFileTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

    @TempDir
    private Path folder;

    private final List<String> remarks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    WarcFileTest() {}

    @Test
    void eachResponseIsAPageWithItsPositionInTheFile() throws IOException {
        byte[] first = gzip(page("a"));
        byte[] second = gzip(page("b"));

        List<Delivery> pages = read("x.warc.gz", first, second);

        assertThat(pages).extracting(Delivery::key).containsExactly("https://h.example/a", "https://h.example/b");
        assertThat(pages.get(1).about())
                .isEqualTo(new About(
                        Instant.parse("2026-11-01T10:00:00Z"),
                        "x.warc.gz@" + first.length,
                        "text/html; charset=utf-8",
                        null,
                        null,
                        null,
                        null,
                        "x.warc.gz",
                        null));
        assertThat(bodies(pages)).containsExactly("<p>page a", "<p>page b");
    }

    @Test
    void plainAndZstdAreReadAsWell() throws IOException {
        assertThat(bodies(read("x.warc", page("a"), page("b")))).containsExactly("<p>page a", "<p>page b");
        List<Delivery> packed = read("x.warc.zst", Zstd.compress(page("a")), Zstd.compress(page("b")));
        assertThat(bodies(packed)).containsExactly("<p>page a", "<p>page b");
        assertThat(packed).allMatch(p -> p.about().flags().isEmpty());
        assertThat(packed.get(1).about().origin()).isEqualTo("x.warc.zst@" + Zstd.compress(page("a")).length);
    }

    @Test
    void recordsThatAreNotPagesAreCounted() throws IOException {
        List<Delivery> pages = read(
                "x.warc",
                record("warcinfo", "", "software: ours\r\n".getBytes(UTF_8)),
                record("request", target("a"), "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)),
                response("b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nnot here"),
                response("c", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npng"),
                record("revisit", target("d"), "HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8)),
                page("e"));

        assertThat(bodies(pages)).containsExactly("<p>page e");
        assertThat(remarks)
                .containsExactly("x.warc: 5 records of other kinds left out: "
                        + "1 image/png, 1 of status 404, 1 request, 1 revisit, 1 warcinfo");
    }

    @Test
    void contentIsDecoded() throws IOException {
        byte[] packed = gzip("<p>packed".getBytes(UTF_8));

        List<Delivery> pages = read(
                "x.warc",
                record("response", target("a"), join((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(UTF_8), packed)),
                response("b", OK + "Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n5\r\nchunk\r\n0\r\n\r\n"));

        assertThat(bodies(pages)).containsExactly("<p>packed", "<p>chunk");
    }

    @Test
    void aBodyThatWasStoredUnpackedIsReadAsItIs() throws IOException {
        String text = "<p>the tide was late";

        List<Delivery> pages = read(
                "x.warc",
                response("a", OK + "Content-Encoding: gzip\r\n\r\n" + text),
                response("b", OK + "Content-Encoding: br\r\n\r\n" + text.repeat(9)),
                response("c", OK.replace("HTTP/1.1", "http/1.1") + "\r\n" + text));

        assertThat(bodies(pages)).containsExactly(text, text.repeat(9), text);
    }

    @Test
    void theBeginningOfAPageIsFlagged() throws IOException {
        byte[] packed = gzip("<p>packed".repeat(9_999).getBytes(UTF_8));
        byte[] head = (OK + "Content-Encoding: gzip\r\n\r\n").getBytes(UTF_8);

        List<Delivery> pages = read(
                "x.warc",
                record("response", target("a") + "WARC-Truncated: length\r\n", (OK + "\r\n<p>a").getBytes(UTF_8)),
                record(
                        "response",
                        target("b") + "WARC-Truncated: time\r\n",
                        join(head, Arrays.copyOf(packed, packed.length - 9))));

        assertThat(pages).allMatch(page -> page.about().flags().equals(List.of("warc_truncated")));
        assertThat(bodies(pages).get(0)).isEqualTo("<p>a");
        assertThat(bodies(pages).get(1)).startsWith("<p>packed");
    }

    @Test
    void aResourceIsAPageIfItIsHtml() throws IOException {
        byte[] html = "<p>page a".getBytes(UTF_8);
        byte[] page = new String(record("resource", target("a"), html), UTF_8)
                .replace("application/http; msgtype=resource", "text/html")
                .getBytes(UTF_8);
        byte[] picture = new String(record("resource", target("b"), html), UTF_8)
                .replace("application/http; msgtype=resource", "image/png")
                .getBytes(UTF_8);

        assertThat(bodies(read("x.warc", page, picture))).containsExactly("<p>page a");
        assertThat(remarks).containsExactly("x.warc: 1 records of other kinds left out: 1 resource of image/png");
    }

    @Test
    void aRecordOfAWrongLengthCostsOnlyItself() throws IOException {
        for (int wrong : new int[] {-7, -1, 1, 50}) {
            byte[] broken = lengthOff(page("b"), wrong);

            assertOnlyTheMiddleIsBroken("x.warc", page("a"), broken, page("c"));
            assertOnlyTheMiddleIsBroken("x.warc.gz", gzip(page("a")), gzip(broken), gzip(page("c")));
            assertOnlyTheMiddleIsBroken(
                    "x.warc.zst", Zstd.compress(page("a")), Zstd.compress(broken), Zstd.compress(page("c")));
        }
    }

    @Test
    void aRecordWithAnInvalidHeaderCostsOnlyItself() throws IOException {
        String page = new String(page("b"), UTF_8);
        for (String broken : List.of(
                page.replaceFirst("Content-Length: \\d+", "Content-Length: -5"),
                page.replaceFirst("Content-Length: \\d+\r\n", ""),
                page.replaceFirst("Content-Length: \\d+", "Content-Length: many"),
                page.replaceFirst("Content-Length: \\d+", "Content-Length: 99999999999999999999"),
                page.replaceFirst("WARC-Date: [^\r]*", "WARC-Date: yesterday"),
                page.replaceFirst("WARC/1.0", "WARK/1.0"))) {
            assertOnlyTheMiddleIsBroken("x.warc", page("a"), broken.getBytes(UTF_8), page("c"));
            assertOnlyTheMiddleIsBroken("x.warc.gz", gzip(page("a")), gzip(broken.getBytes(UTF_8)), gzip(page("c")));
        }
    }

    @Test
    void anInvalidChunkIsReadAsText() throws IOException {
        byte[] broken = response("b", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nchunk\r\nzz\r\nmore");

        assertThat(bodies(read("x.warc.gz", gzip(page("a")), gzip(broken), gzip(page("c")))))
                .containsExactly("<p>page a", "chunk\r\nzz\r\nmore", "<p>page c");
    }

    @Test
    void aPageThatIsTooLargeCostsOnlyItself() throws IOException {
        byte[] large = response("b", OK + "\r\n" + " ".repeat(Limits.BODY_BYTES + 1));

        assertOnlyTheMiddleIsBroken("x.warc", page("a"), large, page("c"));
        assertOnlyTheMiddleIsBroken("x.warc.gz", gzip(page("a")), gzip(large), gzip(page("c")));
    }

    @Test
    void aSpaceInAnAddressIsEscaped() throws IOException {
        assertThat(read("x.warc", page("a b"))).extracting(Delivery::key).containsExactly("https://h.example/a%20b");
    }

    @Test
    void aTruncatedFileKeepsThePagesBefore() throws IOException {
        assertKeepsTheFirstPage("x.warc.gz", join(gzip(page("a")), gzip(page("b"))));
        assertKeepsTheFirstPage("x.warc.zst", join(Zstd.compress(page("a")), Zstd.compress(page("b"))));
    }

    private void assertKeepsTheFirstPage(String name, byte[] whole) throws IOException {
        List<Delivery> pages = read(name, Arrays.copyOf(whole, whole.length - 40));

        assertThat(bodies(pages)).as(name).containsExactly("<p>page a");
        assertThat(reasons(pages)).as(name).containsExactly(Reason.WARC_RECORD);
    }

    @Test
    void aFileCompressedAsAWholeIsReadAndFlagged() throws IOException {
        List<Delivery> pages = read("x.warc.gz", gzip(join(page("a"), page("b"), page("c"))));

        assertThat(bodies(pages)).containsExactly("<p>page a", "<p>page b", "<p>page c");
        assertThat(pages).allMatch(p -> p.about().flags().equals(List.of("warc_not_seekable")));
    }

    @Test
    void arcFilesAreRead() throws IOException {
        String info = "1 0 Newsfold\nURL IP-address Archive-date Content-type Archive-length\n";
        String http = OK + "\r\n<p>old";
        String arc = "filedesc://x.arc 0.0.0.0 20261101100000 text/plain " + info.length() + "\n" + info + "\n"
                + "https://h.example/a 1.2.3.4 20261101100000 text/html " + http.length() + "\n" + http + "\n";

        assertThat(bodies(read("x.arc.gz", gzip(arc.getBytes(UTF_8))))).containsExactly("<p>old");
    }

    @Test
    void aMissingDictionaryIsUnsupported() throws IOException {
        byte[] frame = Zstd.compress(page("a"));
        frame[4] |= 1; // says that a dictionary's id of one byte follows

        assertThat(reasons(read("x.warc.zst", frame))).containsExactly(Reason.UNSUPPORTED);
    }

    @Test
    void aFrameWithTooLargeAWindowIsUnsupported() throws IOException {
        byte[] wide = {40, (byte) 0xb5, 47, (byte) 0xfd, 0, (byte) ((27 - 10) << 3), 1, 0, 0};

        List<Delivery> pages = read("x.warc.zst", Zstd.compress(page("a")), wide, Zstd.compress(page("c")));

        assertThat(bodies(pages)).containsExactly("<p>page a", "<p>page c");
        assertThat(reasons(pages)).containsExactly(Reason.UNSUPPORTED);
    }

    private void assertOnlyTheMiddleIsBroken(String name, byte[] first, byte[] broken, byte[] last) throws IOException {
        List<Delivery> all = read(name, first, broken, last);

        assertThat(bodies(all))
                .as(name + " " + new String(broken, ISO_8859_1).lines().limit(6).toList())
                .containsExactly("<p>page a", "<p>page c");
        assertThat(reasons(all)).containsExactly(Reason.WARC_RECORD);
        assertThat(all.get(1).about().origin()).isEqualTo(name + "@" + first.length);
    }

    private List<Delivery> read(String name, byte[]... records) throws IOException {
        remarks.clear();
        Path file = folder.resolve(name);
        Files.write(file, join(records));
        return new FileFeed(List.of(file), remarks::add).all();
    }

    private static List<String> bodies(List<Delivery> pages) {
        return pages.stream()
                .filter(p -> p.body() != null)
                .map(p -> new String(Objects.requireNonNull(p.body()), UTF_8))
                .toList();
    }

    private static List<Reason> reasons(List<Delivery> pages) {
        return pages.stream()
                .flatMap(p -> Stream.ofNullable(p.refusal()))
                .map(Delivery.Refusal::reason)
                .toList();
    }

    private static byte[] page(String name) {
        return response(name, OK + "\r\n<p>page " + name);
    }

    private static byte[] response(String name, String http) {
        return record("response", target(name), http.getBytes(UTF_8));
    }

    private static String target(String name) {
        return "WARC-Target-URI: https://h.example/" + name + "\r\n";
    }

    private static byte[] record(String type, String more, byte[] block) {
        String http = type.equals("warcinfo") ? "application/warc-fields" : "application/http; msgtype=" + type;
        String header = "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + more
                + "WARC-Date: 2026-11-01T10:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:0198c5a2-0000-7000-8000-000000000001>\r\n"
                + "Content-Type: " + http + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        return join(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] lengthOff(byte[] record, int by) {
        String text = new String(record, ISO_8859_1);
        int length = Integer.parseInt(text.replaceFirst("(?s).*?Content-Length: (\\d+).*", "$1"));
        return text.replaceFirst("Content-Length: \\d+", "Content-Length: " + (length + by))
                .getBytes(ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
