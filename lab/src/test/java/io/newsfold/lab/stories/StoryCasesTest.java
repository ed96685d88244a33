package io.newsfold.lab.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.match.Thresholds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Forty invented cases each: round-ups between the reports of two events, forms that are filled in anew and events that
 * are alike, one event told in many words beside another on its theme. The label R is that of a round-up, which may be in
 * any story.
 */
class StoryCasesTest {
    private static final String ROUNDUP = "R";

    /**
     * Pairs of a kind of case.
     *
     * @param ofOneEvent pairs of reports of one event
     * @param missed those that are in two stories
     * @param glued pairs of reports of two events that are in one story
     */
    private record Pairs(int ofOneEvent, int missed, int glued) {
        Pairs plus(Pairs other) {
            return new Pairs(ofOneEvent + other.ofOneEvent, missed + other.missed, glued + other.glued);
        }
    }

    /** @param missed the share of pairs that may be missed, as reached */
    @ParameterizedTest
    @CsvSource({"roundups, 0", "templates, 0.31", "words, 0.47"})
    void theStoriesAreTheEvents(String file, double missed) throws IOException {
        Pairs all = new Pairs(0, 0, 0);
        List<String> wrong = new ArrayList<>();
        for (JsonNode item : cases(file)) {
            Pairs pairs = pairs(item.path("articles"));
            all = all.plus(pairs);
            if (pairs.glued() > 0) {
                wrong.add(item.path("case").asText());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat((double) all.missed() / all.ofOneEvent()).isLessThanOrEqualTo(missed);
    }

    private static List<JsonNode> cases(String file) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(StoryCasesTest.class.getResourceAsStream(file + ".jsonl"), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(Json.reader(JsonNode.class).readTree(line));
            }
        }
        assertThat(cases).hasSize(40);
        return cases;
    }

    private static Pairs pairs(JsonNode items) throws IOException {
        List<JsonNode> list = new ArrayList<>();
        items.forEach(list::add);
        NewsPairs news = NewsPairs.of(LabelledNews.of(list));
        assertThat(news.articles()).hasSameSizeAs(list);
        Map<String, String> stories = news.stories(Thresholds.DEFAULT, (article, pair) -> pair.storyScore());
        Pairs pairs = new Pairs(0, 0, 0);
        for (LabelledArticle one : news.articles()) {
            for (LabelledArticle other : news.articles()) {
                boolean isPair = one.id().compareTo(other.id()) < 0
                        && !ROUNDUP.equals(one.story())
                        && !ROUNDUP.equals(other.story());
                if (isPair) {
                    boolean isOneEvent = Objects.equals(one.story(), other.story());
                    boolean isOneStory = Objects.equals(stories.get(one.id()), stories.get(other.id()));
                    pairs = pairs.plus(new Pairs(
                            isOneEvent ? 1 : 0, isOneEvent && !isOneStory ? 1 : 0, !isOneEvent && isOneStory ? 1 : 0));
                }
            }
        }
        return pairs;
    }
}
