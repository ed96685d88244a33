package io.newsfold.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void theArticleIsAFunctionOfTheSetOfItsDeliveries() {
        for (int seed = 0; seed < 300; seed++) {
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

        assertThat(history.article("id", null)).hasValueSatisfying(article -> {
            assertThat(article.text().articleBody()).isEqualTo("second text");
            assertThat(article.text().datePublished()).isEqualTo(OffsetDateTime.parse("2026-01-05T00:00:00Z"));
        });
    }

    @Test
    void ofSeveralAddressesThatForAllDevicesIsShown() {
        ArticleHistory history = ArticleHistory.EMPTY
                .with(observed("text", "2026-01-05T00:00:00Z", 1, "https://m.a.example/1"))
                .with(observed("text", "2026-01-05T00:00:00Z", 2, "http://www.a.example/1"))
                .with(observed("text", "2026-01-05T00:00:00Z", 3, "https://www.a.example/1"));

        assertThat(history.article("id", "https://a.example/1"))
                .hasValueSatisfying(article -> assertThat(article.url()).isEqualTo("https://www.a.example/1"));
    }

    private static Optional<CleanArticle> article(List<UnaryOperator<ArticleHistory>> deliveries) {
        ArticleHistory history = ArticleHistory.EMPTY;
        for (UnaryOperator<ArticleHistory> delivery : deliveries) {
            history = delivery.apply(history);
        }
        return history.article("id", "https://a.example/");
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
                        "text " + random.nextInt(3),
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
                .article("id", "https://a.example/1")
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
                body);
        Fields fields = new Fields(null, null, null, null, null, null, null);
        CleanText text = new CleanText(article, "paper", List.of(), List.of(), fields, List.of());
        return new ObservedText(
                text, List.of(), new Source(null, null, "paper"), List.of(START.plusSeconds(3_600L * hour)), address);
    }
}
