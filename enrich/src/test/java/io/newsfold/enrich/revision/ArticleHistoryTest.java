package io.newsfold.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Fields;
import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.enrich.clean.CleanText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleHistoryTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final String FULL = """
            The last tram of the old kind left the depot at Ostrand on Monday evening. Some forty people had come to see \
            it go. It was built in 1961 and had run ever since.

            The museum at Lower Quay will have it from June. "We have waited eleven years for this," said its head, \
            Ilva Brandt. Two more of the kind go to private owners.

            The new trams are longer, and their floors lie at the height of the pavement. The city paid 41 million for \
            eighteen of them. Twelve are in use, and the others follow by autumn.
            """.strip();
    private static final String STUB =
            "The last tram of the old kind left the depot at Ostrand on Monday evening. Some forty people had come.";
    /** Versions of one article: equal, corrected, shortened, cut, and none of it. */
    private static final List<String> TEXTS = List.of(
            FULL,
            FULL.replace("41 million", "43 million"),
            FULL.replace(" Some forty people had come to see it go.", ""),
            STUB,
            "The last tram of the old kind left the depot at Ostr…",
            "An old tram went to a museum.",
            "text");

    @Test
    void theArticleIsAFunctionOfTheSetOfItsDeliveries() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<UnaryOperator<ArticleHistory>> deliveries = deliveries(random);
            Optional<CleanArticle> expected = article(deliveries);

            for (int i = 0; i < 10; i++) {
                Collections.shuffle(deliveries, random);
                assertThat(article(deliveries)).as("seed " + seed).isEqualTo(expected);
            }
            deliveries.addAll(List.copyOf(deliveries));
            assertThat(article(deliveries)).as("everything twice, seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void anEditDoesNotMakeAnArticleYounger() {
        ArticleHistory history = ArticleHistory.EMPTY
                .with(observed("first text", "2026-01-05T00:00:00Z", 1))
                .with(observed("second text", "2026-01-06T00:00:00Z", 30));

        assertThat(history.article("id")).hasValueSatisfying(article -> {
            assertThat(article.text().articleBody()).isEqualTo("second text");
            assertThat(article.text().published()).isEqualTo(OffsetDateTime.parse("2026-01-05T00:00:00Z"));
        });
    }

    @Test
    void ofSeveralAddressesThatForAllDevicesIsShown() {
        ArticleHistory history = ArticleHistory.EMPTY
                .with(observed("text", "2026-01-05T00:00:00Z", 1, "https://m.a.example/1"))
                .with(observed("text", "2026-01-05T00:00:00Z", 2, "http://www.a.example/1"))
                .with(observed("text", "2026-01-05T00:00:00Z", 3, "https://www.a.example/1"));

        assertThat(history.article("id"))
                .hasValueSatisfying(article -> assertThat(article.url()).isEqualTo("https://www.a.example/1"));
    }

    @Test
    void aStubThatComesAfterTheFullTextIsRecordedAndDoesNotCount() {
        CleanArticle article = ArticleHistory.EMPTY
                .with(observed(STUB, "2026-01-04T00:00:00Z", 2))
                .with(observed(FULL, "2026-01-05T00:00:00Z", 1))
                .article("id")
                .orElseThrow();

        assertThat(article.text().articleBody()).isEqualTo(FULL);
        assertThat(article.text().published()).isEqualTo(OffsetDateTime.parse("2026-01-05T00:00:00Z"));
        assertThat(article.versions())
                .extracting(CleanArticle.Version::setAside)
                .containsExactly(null, "beginning");
        assertThat(article.flags()).containsExactly("version_set_aside");
    }

    @Test
    void aFullTextThatComesAfterTheStubCounts() {
        CleanArticle article = ArticleHistory.EMPTY
                .with(observed(FULL, "2026-01-05T00:00:00Z", 2))
                .with(observed(STUB, "2026-01-05T00:00:00Z", 1))
                .article("id")
                .orElseThrow();

        assertThat(article.text().articleBody()).isEqualTo(FULL);
        assertThat(article.flags()).isEmpty();
    }

    @Test
    void aCorrectionAfterAStubIsComparedWithTheFullText() {
        CleanArticle article = ArticleHistory.EMPTY
                .with(observed(FULL, "2026-01-05T00:00:00Z", 1))
                .with(observed(STUB, "2026-01-05T00:00:00Z", 2))
                .with(observed(FULL.replace("41 million", "43 million"), "2026-01-05T00:00:00Z", 3))
                .article("id")
                .orElseThrow();

        assertThat(article.text().articleBody()).contains("43 million");
        assertThat(article.versions().get(2).changes()).contains("figure");
    }

    private static Optional<CleanArticle> article(List<UnaryOperator<ArticleHistory>> deliveries) {
        ArticleHistory history = ArticleHistory.EMPTY;
        for (UnaryOperator<ArticleHistory> delivery : deliveries) {
            history = delivery.apply(history);
        }
        return history.article("id");
    }

    private static List<UnaryOperator<ArticleHistory>> deliveries(Random random) {
        List<UnaryOperator<ArticleHistory>> deliveries = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            int hour = random.nextInt(12);
            if (random.nextInt(6) == 0) {
                deliveries.add(history -> history.withdrawnAt(START.plusSeconds(3_600L * hour)));
            } else {
                ObservedText text = observed(
                        TEXTS.get(random.nextInt(TEXTS.size())),
                        "2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z",
                        hour,
                        random.nextBoolean() ? null : "https://www.a.example/" + random.nextInt(2));
                deliveries.add(history -> history.with(text));
            }
        }
        return deliveries;
    }

    @Test
    void anArticleDatedByDayAloneHasTheTimeOfItsFirstFetchOnThatDay() {
        String day = START.truncatedTo(ChronoUnit.DAYS).toString();
        String dayBefore =
                START.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS).toString();

        assertThat(time(day, 3)).isEqualTo(START.plusSeconds(3 * 3_600L));
        assertThat(time(dayBefore, 3)).isEqualTo(Instant.parse(dayBefore));
    }

    private static Instant time(String published, int hour) {
        return ArticleHistory.EMPTY
                .with(observed("text", published, hour))
                .article("id")
                .orElseThrow()
                .time();
    }

    private static ObservedText observed(String body, String published, int hour) {
        return observed(body, published, hour, null);
    }

    private static ObservedText observed(String body, String published, int hour, @Nullable String address) {
        ArticleText article = new ArticleText(
                "headline",
                null,
                List.of(),
                OffsetDateTime.parse(published),
                null,
                null,
                null,
                null,
                List.of(),
                "en",
                null,
                ArticleKind.REPORT,
                body);
        Fields fields = new Fields(null, null, null, null, null, null, null, null);
        CleanText text = new CleanText(article, "paper", List.of(), List.of(), fields, List.of());
        return ObservedText.of(
                text, List.of(), new Source(null, null, "paper"), List.of(START.plusSeconds(3_600L * hour)), address);
    }
}
