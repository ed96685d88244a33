package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.FieldMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other programs export: each article is one delivery, and what cannot be read is refused by name. */
class ExportFilesTest {
    private static final String ONE =
            "{\"title\":\"Lock closed\",\"url\":\"https://a.example/1\",\"text\":\"Boats wait.\"}";
    private static final String TWO =
            "{\"title\":\"Lock open\",\"url\":\"https://a.example/2\",\"text\":\"Boats sail.\"}";

    @TempDir
    private Path folder;

    private final List<String> remarks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    ExportFilesTest() {}

    @Test
    void anArticleAloneKeepsItsBytes() throws IOException {
        byte[] spaced = ONE.replace(":", " :  ").replace("https :  ", "https:").getBytes(UTF_8);

        assertThat(read("a.json", spaced)).singleElement().satisfies(d -> {
            assertThat(d.body()).isEqualTo(spaced);
            assertThat(d.key()).isEqualTo("https://a.example/1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "{\"status\":\"ok\",\"articles\":[1,\n2]}",
                "1\n2\n",
                "{\"index\":{\"_id\":\"a\"}}\n1\n{\"index\":{\"_id\":\"b\"}}\n2\n"
            })
    void eachArticleOfAFileIsADelivery(String form) throws IOException {
        byte[] content = form.replace("1", ONE.replace("/1", "/I"))
                .replace("2", TWO)
                .replace("/I", "/1")
                .getBytes(UTF_8);

        assertThat(read("a.json", content))
                .extracting(Delivery::key)
                .containsExactly("https://a.example/1", "https://a.example/2");
    }

    @Test
    void aListMayBeLargerThanAnArticle() throws IOException {
        String filler = "{\"title\":\"Long\",\"text\":\"" + "Boats wait. ".repeat(20_000) + "\"}";
        int count = Limits.BODY_BYTES / filler.length() + 2;
        String list = "[" + (filler + ",").repeat(count) + TWO + "]";

        assertThat(read("a.json", list.getBytes(UTF_8))).hasSize(count + 1).noneMatch(d -> d.refusal() != null);
    }

    @Test
    void whatStandsBeforeABreakIsRead() throws IOException {
        List<Delivery> deliveries = read("a.json", ("[" + ONE + "," + TWO + ",{\"title\": oops").getBytes(UTF_8));

        assertThat(deliveries).hasSize(3);
        assertThat(reasons(deliveries)).containsExactly(Reason.NOT_JSON);
        assertThat(deliveries.get(2).doubt()).contains("the file cannot be read after 2 articles: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    @SuppressWarnings("StringConcatToTextBlock") // the ends of its lines are those of other systems
    void theRowsOfATableAreArticles(String separator) throws IOException {
        String table = "\uFEFFTitle,Link,Content,Shares\r\n"
                + "\"Lock \"\"Tarn\"\" closed\",https://a.example/1,\"Boats wait.\nThey wait, long.\",7\r\n"
                + "Lock open,https://a.example/2,Boats sail.,\r\n";
        byte[] content = (separator.equals(",")
                        ? table
                        : table.replace(",", separator).replace("wait" + separator, "wait,"))
                .getBytes(UTF_8);

        assertThat(read("a.csv", content))
                .extracting(ExportFilesTest::text)
                .containsExactly(
                        "{\"Title\":\"Lock \\\"Tarn\\\" closed\",\"Link\":\"https://a.example/1\","
                                + "\"Content\":\"Boats wait.\\nThey wait, long.\",\"Shares\":\"7\"}",
                        "{\"Title\":\"Lock open\",\"Link\":\"https://a.example/2\",\"Content\":\"Boats sail.\"}");
    }

    @Test
    void aTableInAnotherCharsetIsReadAndFlagged() throws IOException {
        byte[] latin =
                "title;text\nSchleuse geschlossen;Drei B\u00f6den f\u00fcr das Tor fehlen.\n".getBytes(ISO_8859_1);

        assertThat(read("a.csv", latin)).singleElement().satisfies(d -> {
            assertThat(text(d)).contains("B\u00f6den");
            assertThat(d.about().flags()).containsExactly("charset_guessed");
        });
    }

    @Test
    void aRowWithMoreCellsThanColumnsIsRefused() throws IOException {
        List<Delivery> deliveries = read("a.csv", "title,text\nOne,two,three\nLock open,Boats sail.\n".getBytes(UTF_8));

        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(0).doubt())
                .isEqualTo("a.csv:2 is rejected at ingestion: the row has 3 cells for 2 columns: a separator or a"
                        + " quotation mark is wrong");
    }

    @Test
    void aRowWithFewerCellsThanColumnsIsRefused() throws IOException {
        List<Delivery> deliveries = read("a.csv", "id,title,text\n1,Lock open,Boats sail.\n2,Lock clo".getBytes(UTF_8));

        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(1).doubt())
                .isEqualTo("a.csv:3 is rejected at ingestion: the row has 2 cells for 3 columns: it is cut off, or a"
                        + " separator is missing");
    }

    @Test
    void aTableWithoutNamesIsRefusedOnce() throws IOException {
        List<Delivery> deliveries =
                read("a.tsv", "Lock closed\tBoats wait.\nLock open\tBoats sail.\nx\ty\n".getBytes(UTF_8));

        assertThat(reasons(deliveries)).containsExactly(Reason.SCHEMA);
        assertThat(deliveries.get(0).doubt())
                .contains(
                        "none of its rows is read, because the first names no column of an article: found Lock closed, Boats"
                                + " wait., but no text");
    }

    @Test
    void aQuotationMarkThatNeverEndsIsNamed() throws IOException {
        List<Delivery> deliveries =
                read("a.csv", "title,text\nLock open,Boats sail.\nLock closed,\"Boats\n".getBytes(UTF_8));

        assertThat(deliveries).hasSize(2);
        assertThat(reasons(deliveries)).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void whatAUserNamesBecomesAnObjectWithOurNames() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "kop,corpo,weg\nLock open,Boats sail.,https://a.example/2\nNo text,,\n");
        FieldMapping asked = FieldMapping.parse("headline=kop,text=corpo,url=weg");

        List<Delivery> deliveries = new FileFeed(List.of(file), remarks::add, asked).all();

        assertThat(text(deliveries.get(0)))
                .isEqualTo("{\"headline\":\"Lock open\",\"text\":\"Boats sail.\",\"url\":\"https://a.example/2\"}");
        assertThat(deliveries.get(1).doubt())
                .isEqualTo("a.csv:3 is rejected at ingestion: found kop, and no text in corpo, which --fields names");
    }

    @Test
    void filesOfAnotherKindAreNamed() throws IOException {
        Files.writeString(folder.resolve("a.docx"), "x");
        Files.writeString(folder.resolve("b.ndjson"), ONE + "\n" + TWO + "\n");

        assertThat(new FileFeed(List.of(folder), remarks::add).all()).hasSize(2);
        assertThat(remarks).containsExactly("a.docx is left out: not a file of articles");
    }

    private static String text(Delivery delivery) {
        return new String(Objects.requireNonNull(delivery.body()), UTF_8);
    }

    private static List<Reason> reasons(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(d -> Stream.ofNullable(d.refusal()))
                .map(Delivery.Refusal::reason)
                .toList();
    }

    private List<Delivery> read(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return new FileFeed(List.of(file), remarks::add).all();
    }
}
