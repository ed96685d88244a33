package io.newsfold.enrich.clean.nonarticle;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Flag;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages of our own in the biggest languages: those that are no article, and short articles that look like them. */
class NonArticlePagesTest {
    private final ArticleCleaner cleaner = new ArticleCleaner();

    @TestFactory
    Stream<DynamicTest> whatIsNoArticleIsRejectedByName() throws IOException {
        return rows("not-articles.tsv")
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    StageResult<Cleaned> cleaned = clean(row.get(2));

                    assertThat(cleaned.rejections())
                            .extracting(Rejection::reason)
                            .extracting(reason -> reason.name().toLowerCase(Locale.ROOT))
                            .singleElement()
                            .isIn((Object[]) row.get(1).split("\\|"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aShortArticleIsOneWithoutADoubt() throws IOException {
        return rows("articles.tsv")
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    StageResult<Cleaned> cleaned = clean(row.get(1));

                    assertThat(cleaned.rejections()).isEmpty();
                    assertThat(cleaned.values().get(0).text().flags()).doesNotContain(Flag.DOUBTFUL_PAGE.code());
                }));
    }

    private StageResult<Cleaned> clean(String page) {
        About about = About.of(
                Instant.parse("2026-03-06T08:00:00Z"), "test", page.startsWith("<") ? "text/html" : "text/plain");
        byte[] body = page.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        return cleaner.clean(
                new RawArticle("https://tarn.example/ferry", body, about, new Coordinates("articles.raw", 0, 0)));
    }

    private static Stream<List<String>> rows(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NonArticlePagesTest.class.getResourceAsStream("/nonarticle/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> List.of(line.split("\t", -1)))
                            .toList()
                            .stream();
        }
    }
}
