package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two texts side by side: articles, and versions of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareTest {
    private static final String REPORT = "The ferry to Port Sorrel ran aground on Tuesday with 41 people and the mayor "
            + "Oona Tressell on board, the coast guard said. Divers searched the hull for leaks until midnight.";
    private static final String COPY = REPORT + " Nobody was hurt, and the 300 tonnes of grain in its hold stayed dry.";

    private RunningDesk desk;
    private String report;
    private String copy;
    private String revised;

    @SuppressWarnings("NullAway.Init")
    CompareTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        desk = new RunningDesk(folder, null, 0);
        report = send("https://one.example/ferry", "Ferry to Port Sorrel runs aground", REPORT);
        desk.awaitShown();
        copy = send("https://two.example/ferry", "Port Sorrel ferry & mayor \"aground\"", COPY);
        String lamp = "https://a.example/lamp";
        String pier = "The pier at Carrow Point will be painted green in May, the harbour board decided on Monday.";
        revised = send(lamp, "Lamp lit", pier + "\n\nThe lamp was lit by 12 keepers on Tuesday in front of a crowd.");
        desk.awaitShown();
        send(lamp, "Lamp put out", pier + "\n\nThe lamp was put out by 13 keepers on Tuesday in front of a crowd.");
        desk.awaitShown();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void aPassageOfTwoArticlesIsMarkedInBoth() throws Exception {
        String page = desk.get("/compare?a=" + report + "&b=" + copy).body();

        assertThat(page.split("<mark>The ferry to Port Sorrel ran aground", -1)).hasSize(3);
        assertThat(page)
                .contains(
                        "<bdi>one.example</bdi>",
                        "<bdi>two.example</bdi>",
                        "31 of its 31 words (100 %) stand in passages that B has too")
                .contains("Figures that only B has: <span class=\"figure\">300</span>")
                .contains("ferry &amp; mayor")
                .doesNotContain(" style=", "ferry & mayor");
    }

    @Test
    void aComparisonIsData() throws Exception {
        JsonNode comparison = json(desk.get("/compare.json?a=" + report + "&b=" + copy));

        assertThat(comparison.path("versions").asBoolean()).isFalse();
        assertThat(comparison.at("/a/share").asDouble()).isEqualTo(1);
        assertThat(comparison.at("/a/figures")).isEmpty();
        assertThat(comparison.at("/b/figures")).extracting(JsonNode::asText).containsExactly("300");
        assertThat(comparison.at("/a/paragraphs/0/0/mark").asText()).isEqualTo("shared");
        assertThat(desk.get("/compare.csv?a=" + report + "&b=" + copy).statusCode())
                .isEqualTo(406);
    }

    @Test
    void wordsThatAVersionChangedAreMarked() throws Exception {
        String page = desk.get("/compare?a=" + revised + "@1&b=" + revised).body();

        assertThat(page)
                .contains("Lamp <del>lit</del>", "Lamp <ins>put out</ins>")
                .contains("The lamp was</mark> <del>lit</del> by <del>12</del> <mark>keepers")
                .contains("The lamp was</mark> <ins>put out</ins> by <ins>13</ins> <mark>keepers")
                .contains("version 1 of 2", "version 2 of 2");
    }

    @Test
    void aVersionHasAnAddress() throws Exception {
        String first = "/articles/" + revised + "/versions/1";

        assertThat(desk.get(first).body())
                .contains(
                        "Lamp lit</h1>",
                        "lit by 12 keepers",
                        "/compare?a=" + revised + "%401&amp;b=" + revised + "%402");
        assertThat(json(desk.get(first + ".json")).path("headline").asText()).isEqualTo("Lamp lit");
        assertThat(desk.get("/articles/" + revised).body()).contains("href=\"" + first + "\"");
        assertThat(desk.get("/articles/" + revised + "/versions/3").body())
                .contains("article " + revised + " has 2 versions: there is no version 3");
    }

    @Test
    void anArticleNamesAndLinksWhatItCopies() throws Exception {
        String comparison = "/compare?a=" + report + "&amp;b=" + copy;
        String story =
                json(desk.get("/articles/" + copy + ".json")).at("/story/id").asText();

        assertThat(desk.get("/articles/" + copy).body())
                .contains("A copy of <a href=\"/articles/" + report + "\"")
                .contains("Ferry to Port Sorrel runs aground</a> by <bdi>one.example</bdi>", comparison);
        assertThat(desk.get("/stories/" + story).body()).contains("<summary>1 copy</summary>", comparison);
    }

    @Test
    void badRequestsAreAnsweredWithASentence() throws Exception {
        assertThat(problem("/compare")).startsWith("400 a is missing: /compare?a=ID&b=ID compares two articles");
        assertThat(problem("/compare?a=" + copy + "&b=")).startsWith("400 b is missing");
        assertThat(problem("/compare?a=" + copy + "&b=" + copy + "@1"))
                .isEqualTo("400 a and b are the same text, version 1 of article " + copy);
        assertThat(problem("/compare?a=none&b=" + copy)).isEqualTo("404 there is no article none");
        assertThat(problem("/compare?a=%3Cb%3E@1&b=" + copy)).isEqualTo("404 there is no article <b>");
        assertThat(problem("/compare?a=" + copy + "&b=" + copy + "@2"))
                .isEqualTo("404 article " + copy + " has 1 version: there is no version 2");
        for (String bad : new String[] {"0", "-1", "x", "", "99999999999", "1.5", "١"}) {
            String number = URLEncoder.encode(bad, UTF_8);
            assertThat(problem("/compare?b=" + copy + "&a=" + copy + "@" + number))
                    .isEqualTo("400 a version is a whole number from 1, not " + bad);
        }
        assertThat(problem("/compare?a=x&b=y&c=z")).isEqualTo("400 there is no parameter c: there are a, b");
        assertThat(problem("/compare/x?a=x&b=y")).startsWith("404 ");
        assertThat(problem("/articles/" + copy + "/verses/1")).startsWith("404 ");
        assertThat(desk.get("/compare?a=%3Cscript%3E&b=x", "Accept", "text/html")
                        .body())
                .contains("there is no article &lt;script&gt;");
    }

    private String send(String url, String headline, String text) throws IOException, InterruptedException {
        String body = Json.text(Map.of("url", url, "headline", headline, "text", text));
        return json(desk.post("/articles", "application/json", body)).path("id").asText();
    }

    /** Status and sentence. */
    private String problem(String path) throws Exception {
        JsonNode problem = json(desk.get(path));
        return problem.path("status").asText() + " " + problem.path("title").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.reader(JsonNode.class).readTree(answer.body());
    }
}
