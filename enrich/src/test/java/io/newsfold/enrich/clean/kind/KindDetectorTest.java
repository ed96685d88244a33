package io.newsfold.enrich.clean.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.enrich.clean.field.FieldCandidates;
import io.newsfold.enrich.clean.kind.KindDetector.Article;
import io.newsfold.enrich.clean.kind.KindPhrase.Place;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KindDetectorTest {
    private static final String SENTENCE = "The harbour board met for two hours and agreed on a new timetable.";

    @ParameterizedTest
    @MethodSource("phrases")
    void everyPhraseHasItsExampleAndNotItsCounterExample(KindPhrase phrase) {
        assertThat(kindWith(phrase, phrase.example()))
                .as(phrase.pattern().pattern())
                .isEqualTo(phrase.kind());
        assertThat(kindWith(phrase, phrase.counterExample()))
                .as(phrase.pattern().pattern())
                .isEqualTo(ArticleKind.REPORT);
    }

    static Stream<KindPhrase> phrases() {
        return KindPhrase.shipped().stream();
    }

    private static ArticleKind kindWith(KindPhrase phrase, String text) {
        String language = phrase.language().equals("-") ? "en" : phrase.language();
        return kind(new Article(
                phrase.place() == Place.ADDRESS ? "https://paper.example" + text + "ferry-stays" : null,
                phrase.place() == Place.SECTION ? text : null,
                List.of("NewsArticle"),
                phrase.place() == Place.HEADLINE ? text : "Ferry",
                language,
                false,
                phrase.place() == Place.END ? List.of(SENTENCE, text) : List.of(SENTENCE)));
    }

    @ParameterizedTest
    @CsvSource({
        "OpinionNewsArticle, opinion",
        "ReviewNewsArticle, opinion",
        "LiveBlogPosting, live",
        "ReportageNewsArticle, report",
        "NewsArticle, report",
    })
    void theTypeOfThePageTellsTheKind(String type, String expected) {
        assertThat(kind(article("Ferry stays", List.of(type), List.of(SENTENCE))))
                .hasToString(expected);
    }

    @Test
    void questionsAndAnswersAreAnInterview() {
        List<String> turns = Stream.of(
                        "When does she sail?", "Who pays for it?", "And in winter?", "Why now?", "What is next?")
                .flatMap(question -> Stream.of(question, SENTENCE))
                .toList();

        assertThat(kind(article("The ferry", List.of(), turns))).isEqualTo(ArticleKind.INTERVIEW);
        assertThat(kind(article("The ferry", List.of(), turns.subList(0, 8)))).isEqualTo(ArticleKind.REPORT);
    }

    @Test
    void entriesWithTimesAreALivePage() {
        List<String> entries = Stream.of("10:05 ", "10:20 – ", "11.15 Uhr ", "12:40: ")
                .map(time -> time + SENTENCE)
                .toList();

        assertThat(kind(article("The ferry", List.of(), entries))).isEqualTo(ArticleKind.LIVE);
        assertThat(kind(article("The ferry", List.of(), List.of(entries.get(0), SENTENCE, entries.get(0)))))
                .isEqualTo(ArticleKind.REPORT);
    }

    @Test
    void figuresAndQuestionsInsideParagraphsOfAnyScriptTellNothing() {
        List<String> russian = List.of(
                "Пожар начался утром 12.03 на складе.",
                "В 18:40 его потушили, сообщили спасатели.",
                "Ущерб составил 10.25 миллиона рублей.",
                "Почему загорелся склад? Это выяснят до 15.04.",
                "Кто виноват? Следствие пока молчит.");
        List<String> german = Stream.of("10", "20", "30", "40", "50")
                .map(number -> number + ".000 Menschen kamen zum Hafen.")
                .toList();

        assertThat(kind(article("Пожар на складе", List.of(), russian))).isEqualTo(ArticleKind.REPORT);
        assertThat(kind(article("Hafenfest", List.of(), german))).isEqualTo(ArticleKind.REPORT);
    }

    @Test
    void numberedItemsOnManyThingsAreARoundUp() {
        List<String> items = Stream.of("1. In Carrow", "2. In Linden", "3. In Tarn", "4. In Laggan")
                .map(item -> item + ". " + SENTENCE)
                .map(item -> item.replace("In ", "Now in "))
                .toList();
        List<String> onOneThing =
                items.stream().map(item -> item + " So said Holm.").toList();
        List<String> withoutCapitals = Stream.of("1. ", "2. ", "3. ", "4. ")
                .map(number -> number + "台风今天在沿海登陆。")
                .toList();

        assertThat(kind(article("The harbour", List.of(), items))).isEqualTo(ArticleKind.ROUNDUP);
        assertThat(kind(article("The harbour", List.of(), onOneThing))).isEqualTo(ArticleKind.REPORT);
        assertThat(kind(article("台风", List.of(), withoutCapitals))).isEqualTo(ArticleKind.REPORT);
        assertThat(kind(article("The harbour", List.of(), List.of("𝟏. " + SENTENCE, "𝟐. " + SENTENCE))))
                .isEqualTo(ArticleKind.REPORT);
        assertThat(kind(article("The harbour", List.of(), List.of("2. " + SENTENCE, "1926: " + SENTENCE))))
                .isEqualTo(ArticleKind.REPORT);
    }

    @Test
    void whatIsSaidPlainestDecidesAndTheOthersAreRivals() {
        Article article = new Article(
                "https://paper.example/opinion/2026/storm",
                null,
                List.of(),
                "Storm: live updates",
                "en",
                false,
                List.of(SENTENCE));

        FieldCandidates<ArticleKind> kinds = KindDetector.kinds(article);

        assertThat(kinds.best()).contains(ArticleKind.LIVE);
        assertThat(kinds.origin()).isEqualTo(new Origin("headline", 0.95, List.of("opinion")));
    }

    @Test
    void aHeadlineWithoutATextIsNothingElse() {
        Article article = new Article(null, null, List.of(), "Live: storm", "en", true, List.of("Live: storm"));

        assertThat(kind(article)).isEqualTo(ArticleKind.HEADLINE_ONLY);
    }

    private static Article article(String headline, List<String> types, List<String> paragraphs) {
        return new Article(null, null, types, headline, "en", false, paragraphs);
    }

    private static ArticleKind kind(Article article) {
        @Nullable ArticleKind kind = KindDetector.kinds(article).best().orElse(null);
        return Objects.requireNonNull(kind);
    }
}
