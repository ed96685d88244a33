package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The desk as people see it, in a real browser: Chromium and its driver from the system's packages. {@code -Dgolden}
 * renews the pictures of the README.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningDesk desk;
    private ChromeDriver browser;
    private String story;
    private String article;
    private String entity;

    @SuppressWarnings("NullAway.Init")
    BrowserTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Chromium.assumeInstalled();
        desk = new RunningDesk(folder, null, 0);
        JsonNode stories = Json.reader(JsonNode.class)
                .readTree(desk.get("/stories.json?limit=1000").body());
        JsonNode largest = stories.at("/items/0");
        for (JsonNode one : stories.path("items")) {
            largest = one.path("articles").size() > largest.path("articles").size() ? one : largest;
        }
        story = largest.path("id").asText();
        article = largest.at("/articles/1/id").asText();
        entity = largest.at("/entities/0/id").asText();
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
    void resetBrowser() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        scheme("light");
        browser.manage().window().setSize(new Dimension(1200, 1400));
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("front", "/");
        pages.put("story", "/stories/" + story);
        pages.put("article", "/articles/" + article);
        pages.put("version", "/articles/" + article + "/versions/1");
        pages.put("comparison", "/compare?a=" + story + "&b=" + article);
        pages.put("entity", "/entities/" + entity);
        pages.put("search", "/search?q=Crimea");
        pages.put("outcomes", "/outcomes");
        pages.put("sources", "/sources");
        pages.put("decisions", "/decisions");
        pages.put("decide", "/decide?a=" + article + "&b=" + story);
        pages.put("wrong", "/search?from=yesterday");
        pages.put("problem", "/nowhere");
        return pages;
    }

    @Test
    void everyPageIsAccessible() {
        Map<String, List<String>> violations = new TreeMap<>();
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            pages().forEach((name, path) -> {
                open(path);
                violations.put(
                        name + " " + scheme,
                        new AxeBuilder()
                                .analyze(browser).getViolations().stream()
                                        .map(BrowserTest::text)
                                        .toList());
            });
        }

        assertThat(violations)
                .hasSize(26)
                .allSatisfy((page, found) -> assertThat(found).as(page).isEmpty());
    }

    private static String text(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(n -> n.getHtml()).limit(3).toList();
    }

    @Test
    void everyPageFitsANarrowPhone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
        Map<String, Long> widths = new TreeMap<>();
        pages().forEach((name, path) -> {
            open(path);
            widths.put(name, (Long) browser.executeScript("return document.documentElement.scrollWidth"));
        });
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(widths)
                .allSatisfy((page, width) -> assertThat(width).as(page).isLessThanOrEqualTo(320));
    }

    @Test
    void aComparisonHasTwoColumnsWhereThereIsRoom() {
        Map<Integer, Integer> columns = new TreeMap<>();
        for (int width : List.of(360, 1440)) {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            open(pages().get("comparison"));
            List<Integer> lefts = browser.findElements(By.cssSelector(".pair > article")).stream()
                    .map(text -> text.getLocation().getX())
                    .distinct()
                    .toList();
            columns.put(width, lefts.size());
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(columns).isEqualTo(Map.of(360, 1, 1440, 2));
    }

    @Test
    void noPageViolatesItsContentSecurityPolicy() {
        browser.manage().logs().get(LogType.BROWSER);
        pages().values().stream()
                .filter(p -> !p.equals("/nowhere") && !p.contains("yesterday"))
                .forEach(this::open);

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void aNewStoryIsCountedAndShownOnDemand() throws Exception {
        open("/");
        await(() -> browser.findElement(By.id("live")).getDomAttribute("data-open") != null);

        send(
                "https://a.example/live",
                "Pier to be painted green",
                "The pier at Carrow Point will be painted green in May, "
                        + "the harbour board decided on Monday after a long debate.");

        await(() -> buttons().contains("1 new story"));
        assertThat(headlines()).doesNotContain("Pier to be painted green");
        browser.findElement(By.id("show")).click();
        await(() -> headlines().contains("Pier to be painted green"));
        assertThat(buttons()).containsExactly("Pause");
    }

    @Test
    void pausingStopsTheUpdates() throws Exception {
        open("/");
        await(() -> browser.findElement(By.id("live")).getDomAttribute("data-open") != null);
        browser.findElement(By.id("pause")).click();
        assertThat(browser.findElement(By.id("live")).getDomAttribute("data-open"))
                .isNull();

        send(
                "https://a.example/paused",
                "Bakers of Wexmouth end their strike",
                "After nine days without fresh bread the bakers of Wexmouth went back to their ovens, "
                        + "their union said on Friday.");
        desk.awaitShown();

        assertThat(buttons()).containsExactly("Pause");
        browser.findElement(By.id("pause")).click();
        await(() -> buttons().contains("1 new story"));
    }

    @Test
    void aPersonRemovesAnArticleFromItsStory() throws Exception {
        String text =
                " The ferry to Port Sorrel ran aground on Tuesday with 41 people and the mayor Oona Tressell on board.";
        send("https://one.example/ferry", "Ferry to Port Sorrel runs aground", text);
        send("https://two.example/ferry", "Port Sorrel ferry aground with mayor", text + " Nobody was hurt.");
        desk.awaitShown();
        open("/search?q=aground");
        browser.findElement(By.cssSelector(".list a")).click();
        browser.findElement(By.cssSelector("article p a[href^='/stories/']")).click();
        String before = browser.findElement(By.cssSelector(".meta")).getText();
        assertThat(before).startsWith("2 articles");

        String address = browser.getCurrentUrl();
        browser.findElements(By.cssSelector(".outline details:not([open]) > summary"))
                .forEach(WebElement::click);
        browser.findElements(By.cssSelector(".outline a[href^='/decide']")).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow()
                .click();
        browser.findElement(By.id("by")).sendKeys("Ida Holm");
        browser.findElement(By.id("why")).sendKeys("Two ferries");
        browser.findElement(By.xpath("//button[text()='Not the same story']")).click();
        desk.awaitShown();
        browser.navigate().refresh();

        assertThat(browser.findElement(By.cssSelector("main .list > li")).getText())
                .contains("not one story", "Ida Holm", "Two ferries", "in two stories now");
        browser.findElement(By.xpath("//button[text()='Undo']")).click();
        desk.awaitShown();
        browser.get(address);
        assertThat(browser.findElement(By.cssSelector(".meta")).getText()).startsWith("2 articles");
    }

    @Test
    void everythingWorksWithoutScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        open("/");
        assertThat(headlines()).hasSizeGreaterThan(5);
        assertThat(buttons()).isEmpty();

        browser.findElement(By.id("find")).sendKeys("Crimea", Keys.ENTER);

        await(() -> String.valueOf(browser.getCurrentUrl()).contains("/search?q=Crimea"));
        browser.findElement(By.cssSelector(".list a")).click();
        assertThat(browser.findElements(By.cssSelector(".text p"))).isNotEmpty();
    }

    @Test
    void theKeyboardIsSufficient() {
        open("/");
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.switchTo().activeElement().sendKeys(Keys.TAB);

        assertThat(browser.switchTo().activeElement().getDomAttribute("class")).startsWith("card ");
    }

    @Test
    void picturesForTheReadme() throws IOException {
        Path folder = System.getProperty("golden") == null
                ? Path.of("target", "screenshots")
                : Path.of("..", "docs", "images");
        Files.createDirectories(folder);
        browser.manage().window().setSize(new Dimension(1000, 1000));
        Map<String, String> pages = pages();
        pages.keySet().retainAll(List.of("front", "story", "article", "outcomes"));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            open(page.getValue());
            byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
            Files.write(folder.resolve(page.getKey() + ".png"), picture);
            assertThat(picture).hasSizeGreaterThan(10_000);
        }
    }

    private void send(String url, String headline, String text) throws IOException, InterruptedException {
        String body = Json.text(Map.of("url", url, "headline", headline, "text", text));
        assertThat(desk.post("/articles", "application/json", body).statusCode())
                .isEqualTo(202);
    }

    private void open(String path) {
        browser.get(desk.address() + path);
    }

    private void scheme(String name) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    private List<String> headlines() {
        return texts(".card h3");
    }

    private List<String> buttons() {
        return texts("#live button");
    }

    /** The visible texts. */
    private List<String> texts(String selector) {
        return Stream.of(browser.findElements(By.cssSelector(selector)).toArray(WebElement[]::new))
                .map(WebElement::getText)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private void await(BooleanSupplier condition) {
        new WebDriverWait(browser, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(b -> condition.getAsBoolean());
    }
}
