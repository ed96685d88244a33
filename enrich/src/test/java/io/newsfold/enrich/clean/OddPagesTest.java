package io.newsfold.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.ArticleText.Image;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pages and texts of our own, each with one oddity, in a folder named for it: the input, and what has to come of it.
 */
class OddPagesTest {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "txt", "text/plain", "md", "text/markdown");

    private final ArticleCleaner cleaner = new ArticleCleaner();

    /** What has to come: fields by name, {@code none} for one that must not be found, and the body. */
    private record Expected(Map<String, List<String>> fields, String body) {
        static Expected read(Path file) throws IOException {
            String[] parts = Files.readString(file).split("---\n", 2);
            Map<String, List<String>> fields = new LinkedHashMap<>();
            parts[0].lines().forEach(line -> {
                String[] field = line.split(": ", 2);
                fields.computeIfAbsent(field[0], k -> new ArrayList<>()).add(field[1]);
            });
            return new Expected(fields, parts.length == 1 ? "" : parts[1].strip());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachOddityComesOutAsItShould() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(OddPagesTest.class.getResource("/clean")).toURI());
        try (Stream<Path> oddities = Files.list(folder)) {
            return oddities
                    .sorted()
                    .map(odd -> DynamicTest.dynamicTest(odd.getFileName().toString(), () -> check(odd)))
                    .toList()
                    .stream();
        }
    }

    private void check(Path odd) throws IOException {
        Expected expected = Expected.read(odd.resolve("expected.txt"));
        StageResult<Cleaned> cleaning = cleaner.clean(raw(odd));
        if (expected.fields().containsKey("rejected")) {
            assertThat(cleaning.rejections())
                    .extracting(Rejection::reason)
                    .extracting(r -> r.name().toLowerCase(Locale.ROOT))
                    .isEqualTo(expected.fields().get("rejected"));
            return;
        }
        assertThat(cleaning.rejections()).isEmpty();
        CleanText text = cleaning.values().get(0).text();
        assertThat(text.article().articleBody()).isEqualTo(expected.body());
        expected.fields()
                .forEach((field, values) ->
                        assertThat(found(text, field)).as(field).containsAll(values));
    }

    private static List<String> found(CleanText text, String field) {
        return switch (field) {
            case "headline" -> List.of(text.article().headline());
            case "alternative" -> List.of(or(text.article().alternativeHeadline()));
            case "author" ->
                List.of(or(text.article().author().stream().map(Author::name).collect(Collectors.joining("; "))));
            case "published" -> List.of(or(text.article().published()));
            case "modified" -> List.of(or(text.article().dateModified()));
            case "publisher" -> List.of(or(text.publisher()));
            case "section" -> List.of(or(text.article().section()));
            case "canonical" -> List.of(or(text.article().canonicalUrl()));
            case "language" -> List.of(text.article().inLanguage());
            case "dateline" -> List.of(or(text.article().dateline()));
            case "free" -> List.of(or(text.article().isAccessibleForFree()));
            case "image" ->
                text.article().image().stream().map(OddPagesTest::line).toList();
            case "flags" -> text.flags();
            case "credit" -> text.credits().stream().map(Credit::name).toList();
            case "dropped" -> text.dropped().stream().map(Dropped::reason).toList();
            default -> throw new IllegalArgumentException("no field " + field);
        };
    }

    private static String line(Image image) {
        return image.url() + " | " + image.caption() + " | " + image.credit();
    }

    private static String or(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "none" : value.toString();
    }

    private static RawArticle raw(Path odd) throws IOException {
        Path input;
        try (Stream<Path> files = Files.list(odd)) {
            input = files.filter(f -> f.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
        }
        String name = input.getFileName().toString();
        About about = About.of(
                Instant.parse("2026-03-06T08:00:00Z"), "test", TYPES.get(name.substring(name.indexOf('.') + 1)));
        return new RawArticle(
                "https://a.example/ferry", Files.readAllBytes(input), about, new Coordinates("articles.raw", 0, 0));
    }
}
