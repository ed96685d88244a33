package io.newsfold.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names in docs/bring-your-articles.md are those of the mappings. */
class DocumentedNamesTest {
    private static final Path PAGE = Path.of("..", "docs", "bring-your-articles.md");

    DocumentedNamesTest() {}

    @Test
    void thePageHasTheNamesOfEachField() throws IOException {
        List<String> rows = Arrays.stream(ArticleField.values())
                .map(field -> "| `" + field.code() + "` | " + field.meaning() + " | "
                        + quoted(KnownMappings.general().aliases(field)) + " |")
                .toList();

        assertThat(table("names")).containsExactlyElementsOf(rows);
    }

    @Test
    void thePageHasEachExporter() throws IOException {
        List<FieldMapping> exporters =
                KnownMappings.all().subList(0, KnownMappings.all().size() - 1);
        List<String> rows = exporters.stream()
                .map(mapping -> "| " + mapping.name() + " | " + quoted(mapping.keyNames()) + " | "
                        + Arrays.stream(ArticleField.values())
                                .filter(field -> !mapping.aliases(field).isEmpty())
                                .map(field -> field.code() + ": " + quoted(mapping.aliases(field)))
                                .collect(Collectors.joining("; "))
                        + " |")
                .toList();

        assertThat(table("exporters")).containsExactlyElementsOf(rows);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** The rows of the table between the comments, without its head. */
    private static List<String> table(String name) throws IOException {
        return Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("<!-- " + name + ":"))
                .takeWhile(line -> !line.equals("<!-- end of " + name + " -->"))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }
}
