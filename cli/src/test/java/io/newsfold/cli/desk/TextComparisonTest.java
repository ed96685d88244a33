package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.newsfold.desk.compare.ComparedText;
import io.newsfold.desk.compare.TextComparison;
import io.newsfold.desk.compare.WordMark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Marks are written as {@code [shared]} and {@code {changed}}. */
class TextComparisonTest {
    private static final String PASSAGE = "the harbour board decided on Monday after a long debate";
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void aPassageOfEightWordsIsMarkedWhereverItStands() {
        TextComparison comparison = TextComparison.of(
                "Green paint: " + PASSAGE + ". Nobody objected.\n\nNew here.",
                "Yes.\n\nLate at night, " + PASSAGE.toUpperCase(Locale.ROOT) + "!",
                false);

        assertThat(marked(comparison.a())).isEqualTo("{Green paint}: [" + PASSAGE + "]. Nobody objected.\n\nNew here.");
        assertThat(marked(comparison.b()))
                .isEqualTo("Yes.\n\n{Late at night}, [" + PASSAGE.toUpperCase(Locale.ROOT) + "]!");
        assertThat(comparison.a().held()).isEqualTo(10);
        assertThat(comparison.a().words()).isEqualTo(16);
    }

    @Test
    void sevenWordsAreNoPassage() {
        TextComparison comparison = TextComparison.of(
                "one two three four five six seven and much else that is in no other text at all",
                "one two three four five six seven or some words which have nothing to do with it here",
                false);

        assertThat(marked(comparison.a())).doesNotContain("[", "{");
    }

    @Test
    void changedWordsAreMarkedInsideTheirSentence() {
        TextComparison comparison = TextComparison.of(
                "The lamp was lit by 41 keepers on Tuesday. It rained.",
                "It rained. The lamp was put out by 42 keepers on Tuesday.",
                false);

        assertThat(marked(comparison.a())).isEqualTo("The lamp was {lit} by {41} keepers on Tuesday. It rained.");
        assertThat(marked(comparison.b())).isEqualTo("It rained. The lamp was {put out} by {42} keepers on Tuesday.");
    }

    @Test
    void aChangedCurrencyIsAChange() {
        TextComparison comparison = TextComparison.of("The pier costs $5 million.", "The pier costs €5 million.", true);

        assertThat(marked(comparison.a())).isEqualTo("The pier costs {$}5 million.");
        assertThat(marked(comparison.b())).isEqualTo("The pier costs {€}5 million.");
    }

    @Test
    void aSentenceThatOnlyOneVersionHasIsChanged() {
        String before = "The pier will be painted green.";
        String after = before + "\n\nProtests are expected at noon.";

        assertThat(marked(TextComparison.of(before, after, true).b()))
                .isEqualTo(before + "\n\n{Protests are expected at noon}.");
        assertThat(marked(TextComparison.of(before, after, false).b())).isEqualTo(after);
    }

    @Test
    void chineseIsComparedByWords() {
        TextComparison comparison = TextComparison.of("他们星期一在北京举行会议。", "他们星期二在北京举行会议。", true);

        assertThat(marked(comparison.a())).contains("{").contains("在北京举行会议。");
        assertThat(comparison.a().share()).isBetween(0.5, 0.99);
    }

    @Test
    void textsWithoutWordsHaveNothingInCommon() {
        TextComparison comparison = TextComparison.of("", " \n\n … \n\n\n\n", true);

        assertThat(List.of(comparison.a().share(), comparison.b().share())).containsExactly(0.0, 0.0);
        assertThat(comparison.a().paragraphs()).isEmpty();
    }

    @Test
    void theSpansOfATextAreItsText() {
        for (int seed = 0; seed < 200; seed++) {
            String a = randomText(new Random(seed), 1 + seed, 6);
            String b = randomText(new Random(-seed), 1 + seed, 6);

            TextComparison comparison = TextComparison.of(a, b, seed % 2 == 0);

            assertThat(marked(comparison.a()).replaceAll("[\\[\\]{}]", ""))
                    .as("seed " + seed)
                    .isEqualTo(a);
            assertThat(TextComparison.of(a, a, true).a().held())
                    .isEqualTo(comparison.a().words());
        }
    }

    @Test
    void veryLongTextsAreCutAndTakeBoundedTime() {
        String random = randomText(new Random(1), 120_000, 5_000);
        String otherRandom = randomText(new Random(2), 120_000, 5_000);
        String oneWord = "word ".repeat(120_000).strip();
        String alternating = "yes no. ".repeat(60_000).strip();
        String shortSentences = "He is no more. ".repeat(30_000).strip();

        for (List<String> texts : List.of(
                List.of(random, otherRandom),
                List.of(random, random),
                List.of(oneWord, oneWord + " end"),
                List.of(oneWord, alternating),
                List.of(shortSentences, alternating),
                List.of("\n\n".repeat(1_000_000), oneWord))) {
            TextComparison comparison = assertTimeout(BOUND, () -> TextComparison.of(texts.get(0), texts.get(1), true));

            assertThat(comparison.b().words()).isEqualTo(100_000);
            assertThat(comparison.b().isCut()).isTrue();
        }
    }

    private static String randomText(Random random, int words, int vocabulary) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + random.nextInt(vocabulary)
                        + (i == words - 1 || random.nextInt(15) > 0 ? "" : random.nextInt(3) > 0 ? "." : ".\n\nAnd"))
                .collect(Collectors.joining(" "));
    }

    private static String marked(ComparedText text) {
        return text.paragraphs().stream()
                .map(spans -> spans.stream().map(span -> marked(span)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String marked(ComparedText.Span span) {
        if (span.mark() == WordMark.SHARED) {
            return "[" + span.text() + "]";
        }
        return span.mark() == WordMark.CHANGED ? "{" + span.text() + "}" : span.text();
    }
}
