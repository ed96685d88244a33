package io.newsfold.enrich.clean;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ArticleCleanerTest {
    private static final String BODY = """
            The old lighthouse at Carrow Point will be lit again on Friday, sixty years after its keeper left for the last time.

            Volunteers spent four summers mending the lantern room, and the harbour board paid for a new lens from Norway.

            “It is smaller than the old one, but it carries further,” said Edwin Marsh, who leads the group.

            Ships will see it from twelve miles out. The board asked captains to report how well it shows in fog.
            """;

    private final ArticleCleaner cleaner = new ArticleCleaner();

    @Test
    void menusConsentAndRelatedLinksAreNotPartOfAPage() {
        String page = """
                <html><head><title>Lighthouse lit again | Carrow Herald</title></head><body>
                <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
                <div class="cookie-banner">We use cookies. <button>Accept all</button></div>
                <article><h1>Lighthouse lit again</h1><p>%s</p><h3>Related articles</h3><ul><li><a href="/x">Pier to be painted</a></ul></article>
                <footer>Copyright Carrow Herald</footer></body></html>
                """.formatted(BODY.strip().replace("\n\n", "</p><p>"));

        CleanText text = clean(page, "text/html");

        assertThat(text.article().headline()).isEqualTo("Lighthouse lit again");
        assertThat(text.article().articleBody()).isEqualTo(BODY.strip());
    }

    @Test
    void aLogInFormBetweenTheTitleAndTheHeadlineIsDroppedWithItsReason() {
        String text =
                "Lighthouse lit again – Carrow Herald\nSomething went wrong. Try again.\nChoose a name\nThis site is protected by reCAPTCHA.\n\n"
                        + "Lighthouse lit again\n\n" + BODY;

        CleanText clean = clean(text, "text/plain");

        assertThat(clean.article().headline()).isEqualTo("Lighthouse lit again");
        assertThat(clean.article().articleBody()).isEqualTo(BODY.strip());
        assertThat(clean.dropped())
                .extracting(Dropped::reason)
                .containsExactly("headline", "login_form", "login_form", "login_form", "headline");
    }

    @Test
    void aHeadlineGluedToItsSectionIsFound() {
        CleanText clean = clean(
                "LocalLighthouse at Carrow Point lit again\n\nLighthouse at Carrow Point lit again\n\n" + BODY,
                "text/plain");

        assertThat(clean.article().headline()).isEqualTo("Lighthouse at Carrow Point lit again");
        assertThat(clean.article().articleBody()).isEqualTo(BODY.strip());
    }

    @Test
    void theLanguageOfTheFeedOrTheExportDecidesWhereTheTextLeavesItOpen() {
        String open = "Tog stopper i Bergen";
        String json = "{\"title\": \"%s\", \"text\": \"%s\", \"lang\": \"%s\"}";

        assertThat(clean(json.formatted(open, open, "dan"), "application/json")
                        .article()
                        .inLanguage())
                .isEqualTo("da");
        assertThat(clean(json.formatted(open, open, "nb"), "application/json")
                        .article()
                        .inLanguage())
                .isEqualTo("no");
        assertThat(clean(json.formatted("Lighthouse lit again", BODY.replace('\n', ' '), "dan"), "application/json")
                        .article()
                        .inLanguage())
                .isEqualTo("en");
    }

    @Test
    void aCaptionThatStandsTwiceIsDroppedTwice() {
        String caption = "The new lens on its way up the tower in March\n\n";
        CleanText clean = clean(
                "Lighthouse at Carrow Point lit again\n\n" + BODY.replace("“It", caption + caption + "“It"),
                "text/plain");

        assertThat(clean.article().articleBody()).isEqualTo(BODY.strip());
        assertThat(clean.dropped()).extracting(Dropped::reason).containsExactly("headline", "caption", "caption");
    }

    @Test
    void theHeadlineCanStandInTheLineThatCreditsTheOrigin() {
        String tail = "\n\nNell Ridley is the maritime reporter of the Herald, covering ports and ferries.\n\n"
                + "The post Carrow Point Lights Up Again appeared first on Carrow Herald.";

        CleanText clean = clean(BODY.strip() + tail, "text/plain");

        assertThat(clean.article().headline()).isEqualTo("Carrow Point Lights Up Again");
        assertThat(clean.article().author()).containsExactly(new Author("Nell Ridley"));
        assertThat(clean.credits()).extracting(Credit::name).containsExactly("Carrow Herald");
        assertThat(clean.article().articleBody()).isEqualTo(BODY.strip());
    }

    @Test
    void anImpossibleDateIsNoDateAndOneAfterTheFetchIsFlagged() {
        String page =
                "<html><head><meta property='article:published_time' content='%s'></head><body><h1>Lighthouse lit again</h1><p>"
                        + BODY.strip().replace("\n\n", "</p><p>") + "</p></body></html>";

        assertThat(clean(page.formatted("2025-13-45T99:99:99Z"), "text/html")
                        .article()
                        .published())
                .isNull();
        assertThat(clean(page.formatted("2031-01-01T00:00:00Z"), "text/html").flags())
                .containsExactly("date_implausible");
        assertThat(clean(page.formatted("2026-01-04T22:00:00-05:00"), "text/html")
                        .article()
                        .published())
                .isEqualTo(OffsetDateTime.parse("2026-01-04T22:00:00-05:00"));
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWhatTheyAre() {
        byte[] latin =
                ("Lighthouse at Carrow Point lit again\n\nThe café “Phare” on the quay keeps its lamps dark until Friday, its owner said.")
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(clean(latin, "text/plain").article().articleBody()).startsWith("The café “Phare” on the quay");
    }

    @Test
    void doublyEncodedTextIsRepairedAndFlagged() {
        // one byte has no letter in windows-1252: browsers make it the control character of its number
        String broken = new String(BODY.getBytes(UTF_8), Charset.forName("windows-1252")).replace('\uFFFD', '\u009d');

        CleanText clean = clean("Lighthouse at Carrow Point lit again\n\n" + broken, "text/plain");

        assertThat(clean.article().articleBody()).contains("“It is smaller than the old one");
        assertThat(clean.flags()).contains("mojibake");
    }

    @Test
    void aConsentWallIsRejected() {
        StageResult<Cleaned> cleaning = cleaner.clean(raw(
                "<html><body><h1>Before you continue</h1><p>We and 12 partners store information on your device.</p><button>Accept all</button></body></html>"
                        .getBytes(UTF_8),
                "text/html"));

        assertThat(cleaning.rejections())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.BOILERPLATE_ONLY);
    }

    @Test
    void metadataIsAsCleanAsText() {
        String page = """
                <html><head><title>Lighthouse lit again</title><meta name="author" content="Nell \u202eRidley">
                <meta property="article:section" content="Har\u200bbour\u0007"></head><body><article><h1>Lighthouse lit again</h1>
                <figure><img src="https://a.example/l.jpg"><figcaption>The \u202enew lens</figcaption></figure><p>%s</p></article></body></html>
                """.formatted(BODY.strip().replace("\n\n", "</p><p>"));

        CleanText text = clean(page, "text/html");

        assertThat(text.article().author()).containsExactly(new Author("Nell Ridley"));
        assertThat(text.article().section()).isEqualTo("Harbour");
        assertThat(text.article().image()).extracting(Image::caption).containsExactly("The new lens");
        assertThat(text.flags()).contains("bidi", "control", "invisible");
    }

    private CleanText clean(String text, String type) {
        return clean(text.getBytes(UTF_8), type);
    }

    private CleanText clean(byte[] bytes, String type) {
        StageResult<Cleaned> cleaning = cleaner.clean(raw(bytes, type));
        assertThat(cleaning.rejections()).isEmpty();
        return cleaning.values().get(0).text();
    }

    private static RawArticle raw(byte[] bytes, String type) {
        About about = About.of(Instant.parse("2026-01-05T08:00:00Z"), "test", type);
        return new RawArticle("https://a.example/1", bytes, about, new Coordinates("articles.raw", 0, 0));
    }
}
