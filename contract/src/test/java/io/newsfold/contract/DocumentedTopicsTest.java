package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.RawArticle.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The headers in docs/produce.md and the topics in docs/read-topics.md are those of the code. */
class DocumentedTopicsTest {
    private static final Path DOCS = Path.of("..", "docs");

    DocumentedTopicsTest() {}

    @Test
    void thePageHasEveryHeaderOfRawRecords() throws IOException {
        RecordHeaders headers = new RecordHeaders();
        new About(Instant.EPOCH, "a", "b", "c", "d", "e", "f", "g", "h", List.of("i"), "https://a.example/j", "de")
                .writeTo(headers, "k");

        assertThat(table("produce.md", "headers").stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        Arrays.stream(headers.toArray()).map(Header::key).toList());
    }

    @Test
    void thePageHasEveryTopicWithItsCleanup() throws IOException {
        List<String> wanted = Arrays.stream(Topic.values())
                .map(topic -> topic.topicName() + " " + topic.settings().get("cleanup.policy"))
                .toList();

        assertThat(table("read-topics.md", "topics").stream().map(row -> row.get(0) + " " + row.get(row.size() - 1)))
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void thePageHasTheSchemaOfEachTopic() throws IOException {
        List<String> wanted = Arrays.stream(Topic.values())
                .map(topic -> topic == Topic.RAW ? "none" : topic.schema())
                .toList();

        assertThat(table("read-topics.md", "topics").stream().map(row -> row.get(3)))
                .containsExactlyElementsOf(wanted);
    }

    /** The cells of the table between the comments, without its head and without quotation marks. */
    private static List<List<String>> table(String page, String name) throws IOException {
        return Files.readString(DOCS.resolve(page))
                .lines()
                .dropWhile(line -> !line.startsWith("<!-- " + name + ":"))
                .takeWhile(line -> !line.equals("<!-- end of " + name + " -->"))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.replace("`", "").split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
    }
}
