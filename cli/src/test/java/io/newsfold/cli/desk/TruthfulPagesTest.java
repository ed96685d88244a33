package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages say nothing that is not so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthfulPagesTest {
    private static final String FIRE =
            "The grain store of Brackwater burned down on Sunday evening, and nobody was hurt, "
                    + "the fire chief Tove Lindqvist said. Forty men from three villages fought the flames until the morning. "
                    + "The store held 900 tonnes of barley for the brewery at Mill Lane, which will close for a week.";

    private RunningDesk desk;

    @SuppressWarnings("NullAway.Init")
    TruthfulPagesTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        desk = new RunningDesk(folder, null, 0);
        send("https://one.example/fire", "Grain store of Brackwater burns", FIRE, "2026-03-02", "Brackwater Mail");
        send("https://two.example/fire", "Brackwater grain store burns down", FIRE, "2026-03-02", "Harbour Post");
        send(
                "https://three.example/fire",
                "Brackwater fire: brewery closes",
                FIRE.substring(0, 110) + "The brewery at Mill Lane closed on Monday, its owner Nils Quist said.",
                "2026-03-03T09:30:00Z",
                "Mill Lane Gazette");
        send(
                "https://four.example/kiln",
                "Potters of Ashby light a kiln",
                "The potters of Ashby lit the old kiln "
                        + "for the first time in sixty years, and some two hundred people came to see the smoke.",
                null,
                null);
        desk.awaitShown();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void aDayIsShownAsADay() throws Exception {
        String page = desk.get("/stories/" + fire()).body();

        assertThat(page)
                .contains("<time datetime=\"2026-03-02\">2 Mar 2026</time>")
                .doesNotContain("2 Mar 2026, 00:00");
        assertThat(desk.get("/articles/" + fire()).body()).contains("<time datetime=\"2026-03-02\">2 Mar 2026</time>");
    }

    @Test
    void timesSayTheirZone() throws Exception {
        assertThat(desk.get("/stories/" + fire()).body())
                .contains("<time datetime=\"2026-03-03T09:30:00Z\" data-local>3 Mar 2026, 09:30 UTC</time>");
    }

    @Test
    void anUndatedArticleIsUndated() throws Exception {
        String front = desk.get("/").body();

        assertThat(front).contains("Without a date").contains("undated, fetched <time");
        assertThat(front.indexOf("Potters of Ashby")).isGreaterThan(front.indexOf("Without a date"));
    }

    @Test
    void whatWasNotFetchedThenIsNotWithdrawnSince() throws Exception {
        JsonNode story = json("/stories/" + fire() + ".json");
        String last = story.path("articles")
                .path(story.path("articles").size() - 1)
                .path("id")
                .asText();
        String moment = json("/articles/" + last + ".json")
                .at("/versions/0/firstFetched")
                .asText();

        String page = desk.get("/stories/" + fire() + "?at=" + moment).body();

        assertThat(page).contains("The story as known at").doesNotContain("withdrawn since");
    }

    @Test
    void aSourceNobodyKnowsIsNotZeroSources() throws Exception {
        String page = desk.post(
                        "/articles",
                        "text/plain",
                        "Ducks return\n\nThe ducks of the mill pond came back on "
                                + "Friday, as they do each year, and the miller fed them with bread.")
                .body();
        desk.awaitShown();
        String id = Json.reader(JsonNode.class).readTree(page).path("id").asText();

        assertThat(desk.get("/stories/" + id).body())
                .contains("1 article from an unknown source")
                .doesNotContain("0 sources");
    }

    @Test
    void aWrongValueAnswersBesideItsFieldAndKeepsTheRest() throws Exception {
        var answer = desk.get("/search?q=Crimea&from=yesterday&publisher=Nobody", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("from is a time as 2026-11-22T06:00Z or a day as 2026-11-22, not yesterday")
                .contains("no source has Nobody in its name")
                .contains("value=\"Crimea\"", "value=\"yesterday\"");
    }

    @Test
    void sourcesLanguagesAndEntitiesAreFoundByName() throws Exception {
        assertThat(json("/search.json?publisher=brackwater%20mail").path("all").asInt())
                .isEqualTo(1);
        assertThat(json("/search.json?publisher=gazette&q=brewery").path("all").asInt())
                .isEqualTo(1);
        assertThat(json("/search.json?entity=nils%20quist").path("all").asInt()).isEqualTo(1);
        assertThat(json("/search.json?language=English&q=brewery").path("all").asInt())
                .isEqualTo(3);
    }

    @Test
    void wordsAreMarkedWhereTheyAreFound() throws Exception {
        assertThat(desk.get("/search?q=brewery%20closed").body())
                .contains("<mark>brewery</mark>", "<mark>closed</mark>");
    }

    @Test
    void theMomentOfOneStoryIsNotIgnoredOnTheListOfAll() throws Exception {
        assertThat(desk.get("/stories?at=2026-01-01").statusCode()).isEqualTo(400);
    }

    private String fire() throws Exception {
        return json("/search.json?q=barley").at("/items/0/story/id").asText();
    }

    private void send(String url, String headline, String text, @Nullable String date, @Nullable String publisher)
            throws Exception {
        Map<String, String> fields = new TreeMap<>(Map.of("url", url, "headline", headline, "text", text));
        if (date != null) {
            fields.put("datePublished", date);
        }
        if (publisher != null) {
            fields.put("publisher", publisher);
        }
        assertThat(desk.post("/articles", "application/json", Json.text(fields)).statusCode())
                .isEqualTo(202);
    }

    private JsonNode json(String path) throws Exception {
        return Json.reader(JsonNode.class).readTree(desk.get(path).body());
    }
}
