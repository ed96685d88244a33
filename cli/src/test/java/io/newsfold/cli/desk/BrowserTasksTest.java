package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What an editor, a researcher and an analyst come to the desk for, each in at most four clicks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTasksTest {
    private static final int MOST_CLICKS = 4;
    private static final String FLOOD =
            "The river Marl flooded the lower town of Wexmouth on Friday night, and 340 people "
                    + "spent it in the school, the mayor Oona Tressell said. The dyke at Tanner's Gate had broken after three days "
                    + "of rain, and engineers of the army began to close it in the morning. Boats took bread and blankets to the "
                    + "houses along the Lower Quay, where the water stood at the windows of the first floor. The railway to Ashby "
                    + "stays closed, its company said, until the embankment has been looked at by divers. It is the third flood "
                    + "in Wexmouth within ten years; the council had put off a higher dyke twice, for want of money.";

    private RunningDesk desk;
    private ChromeDriver browser;
    private int clicks;

    @SuppressWarnings("NullAway.Init")
    BrowserTasksTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Chromium.assumeInstalled();
        desk = new RunningDesk(folder, null, 0);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                "https://mail.example/flood",
                "Marl floods lower town of Wexmouth",
                FLOOD,
                now.minusSeconds(9_000),
                "Marl Mail");
        send("https://post.example/flood", "Wexmouth under water", FLOOD, now.minusSeconds(7_000), "Harbour Post");
        send(
                "https://echo.example/flood",
                "Army closes dyke in Wexmouth",
                FLOOD.substring(0, 150)
                        + " Engineers closed the dyke at Tanner's Gate on Saturday, said Captain Nils Quist: "
                        + "“The water will be out of the houses by Monday if the rain stays away.” He counted 52 cellars.",
                now.minusSeconds(1_000),
                "Marl Echo");
        desk.awaitShown();
        browser = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void openTheFrontPage() {
        browser.get(desk.address() + "/");
        clicks = 0;
    }

    @Test
    void theLastDayComesFirst() {
        assertThat(browser.findElement(By.cssSelector("h2.day")).getText()).isEqualTo("Last 24 hours");
        assertThat(browser.findElement(By.cssSelector(".card")).getText())
                .contains("Wexmouth", "Army closes dyke in Wexmouth", "Marl Mail");
    }

    @Test
    void whoWasFirstAndWhoCopied() {
        openTheFlood();

        assertThat(browser.findElement(By.cssSelector(".facts")).getText()).contains("First\nMarl Mail", "Copies\n1");
        assertThat(browser.findElement(By.cssSelector(".copies")).getText()).contains("1 copy");
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    void whyAnArticleIsHereSplitAndUndo() throws Exception {
        openTheFlood();
        click(By.xpath("//summary[text()='Why here']"));
        assertThat(browser.findElement(By.cssSelector(".outline details[open]")).getText())
                .contains("Score", "threshold");
        click(By.linkText("Not the same story?"));
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("What moves");
        click(By.xpath("//button[text()='Not the same story']"));
        assertThat(browser.findElement(By.cssSelector("main .list > li")).getText())
                .contains("not one story");
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);

        desk.awaitShown();
        clicks = 0;
        browser.navigate().refresh();
        click(By.xpath("//button[text()='Undo']"));
        desk.awaitShown();
        browser.navigate().refresh();
        assertThat(browser.findElement(By.cssSelector("main .list > li")).getText())
                .contains("taken back", "in one story now");
    }

    @Test
    void aPersonInAMonthAsATable() throws Exception {
        click(By.linkText("Articles"));
        browser.findElement(By.id("entity")).sendKeys("Oona Tressell");
        browser.findElement(By.id("from"))
                .sendKeys(Instant.now().minus(20, ChronoUnit.DAYS).toString().substring(0, 10));
        browser.findElement(By.id("from")).sendKeys(Keys.ENTER);
        await(() ->
                browser.findElement(By.cssSelector("[data-found]")).getText().contains("3 articles"));
        String table = browser.findElement(By.linkText("CSV")).getDomProperty("href");

        assertThat(desk.get(String.valueOf(table).replace(desk.address(), ""))
                        .body()
                        .lines()
                        .skip(1))
                .hasSize(3);
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    void theSourcesThatFailComeFirst() {
        click(By.linkText("Sources"));

        assertThat(browser.findElement(By.cssSelector("main")).getText())
                .contains("Read live", "Articles by publisher");
        assertThat(clicks).isEqualTo(1);
    }

    @Test
    void aTopicIsFollowedLive() throws Exception {
        browser.get(desk.address() + "/search?q=skylark");
        await(() -> browser.findElement(By.id("live")).getDomAttribute("data-open") != null);

        send(
                "https://mail.example/larks",
                "Skylarks over the Marl",
                "The skylarks came back to the meadows of the Marl on "
                        + "Monday, two weeks early, and the warden counted forty of them.",
                Instant.now(),
                "Marl Mail");

        await(() -> browser.findElements(By.id("show")).stream()
                .anyMatch(b -> b.getText().equals("1 new article")));
        click(By.id("show"));
        await(() -> browser.findElement(By.cssSelector(".results")).getText().contains("Skylarks over the Marl"));
    }

    @Test
    void bySourceAndByDay() {
        browser.get(desk.address() + "/search?q=Wexmouth");
        click(By.linkText("Marl Echo"));
        assertThat(browser.findElement(By.cssSelector("[data-found]")).getText())
                .contains("1 article");
        browser.get(desk.address() + "/search?q=Wexmouth");
        click(By.cssSelector(".chart summary"));
        click(By.cssSelector(".chart td, .chart th a"));

        assertThat(String.valueOf(browser.getCurrentUrl())).contains("from=", "to=", "q=Wexmouth");
    }

    @Test
    void aMomentIsShared() {
        openTheFlood();
        click(By.linkText("Link to this moment"));

        assertThat(browser.findElement(By.cssSelector(".notice")).getText()).contains("The story as known at");
        assertThat(String.valueOf(browser.getCurrentUrl())).contains("?at=");
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    void theKeysOfTheDesk() {
        browser.findElement(By.tagName("body")).sendKeys("j");
        assertThat(browser.switchTo().activeElement().getDomAttribute("class")).startsWith("card ");
        browser.switchTo().activeElement().sendKeys("?");
        assertThat(browser.findElement(By.cssSelector("dialog[open]")).getText())
                .contains("next and previous");
        browser.findElement(By.xpath("//dialog//button")).click();
        browser.findElement(By.tagName("body")).sendKeys("/");
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("find");
    }

    private void openTheFlood() {
        click(By.partialLinkText("Wexmouth"));
    }

    private void click(By place) {
        browser.findElement(place).click();
        clicks++;
    }

    private void send(String url, String headline, String text, Instant date, String publisher) throws Exception {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "url",
                url,
                "headline",
                headline,
                "text",
                text,
                "datePublished",
                date.toString(),
                "publisher",
                publisher));
        assertThat(desk.post("/articles", "application/json", Json.text(fields)).statusCode())
                .isEqualTo(202);
    }

    private void await(BooleanSupplier condition) {
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .ignoring(StaleElementReferenceException.class)
                .until(b -> condition.getAsBoolean());
    }
}
