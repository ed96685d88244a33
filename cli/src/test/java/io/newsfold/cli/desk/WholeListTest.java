package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list as data has every row, whatever its length. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeListTest {
    private RunningDesk desk;

    @SuppressWarnings("NullAway.Init")
    WholeListTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        desk = new RunningDesk(folder, null, 0);
        StringBuilder lines = new StringBuilder();
        Map.of("quince", 1, "medlar", 30, "damson", 31, "loganberry", 1_000).forEach((word, many) -> {
            for (int i = 0; i < many; i++) {
                lines.append("{\"url\":\"https://")
                        .append(word)
                        .append(".example/")
                        .append(i);
                lines.append("\",\"headline\":\"Price of ")
                        .append(word)
                        .append(" number ")
                        .append(i);
                lines.append("\",\"text\":\"The market of Wexmouth sold ").append(word);
                lines.append(" for ")
                        .append(i)
                        .append(" crowns on day ")
                        .append(i * 7)
                        .append(".\",\"datePublished\":\"");
                lines.append(LocalDate.of(1996, 1, 1).plusDays(10L * i)).append("\"}\n"); // each a story of its own
            }
        });
        desk.post("/articles", "application/x-ndjson", lines.toString());
        desk.awaitShown();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"persimmon,0", "quince,1", "medlar,30", "damson,31", "loganberry,1000"})
    void aSearchHasEveryRow(String word, int many) throws Exception {
        assertThat(json("/search.json?q=" + word).path("all").asInt()).isEqualTo(many);
        assertThat(desk.get("/search.csv?q=" + word).body().lines().skip(1)).hasSize(many);
        assertThat(desk.get("/search.jsonl?q=" + word).body().lines()).hasSize(many);
        assertThat(desk.get("/search.csv?limit=10&q=" + word).body().lines().skip(1))
                .hasSize(Math.min(10, many));
    }

    @Test
    void storiesAndEntitiesHaveEveryRowToo() throws Exception {
        assertThat(desk.get("/stories.jsonl").body().lines())
                .hasSize(json("/stories.json").path("all").asInt());
        String entity =
                json("/search.json?q=Crimea").at("/items/0/entities/0/id").asText();
        assertThat(desk.get("/entities/" + entity + ".csv").body().lines().skip(1))
                .hasSize(json("/entities/" + entity + ".json").path("all").asInt());
    }

    @Test
    void aPageSaysWhichPartOfTheRowsItsDataAre() throws Exception {
        assertThat(desk.get("/search?q=loganberry").body())
                .contains("(all 1,000 rows)", "30 by page as")
                .contains("/search.csv?q=loganberry");
    }

    @Test
    void entitiesOfArticlesAreAFlatTable() throws Exception {
        String csv = desk.get("/mentions.csv?q=Crimea").body();
        JsonNode articles = json("/search.json?limit=1000&q=Crimea").path("items");
        int entities = 0;
        for (JsonNode article : articles) {
            entities += article.path("entities").size();
        }

        assertThat(csv.lines().findFirst())
                .contains(
                        "article,publisher,datePublished,story,entity,type,name,wikidata,latitude,longitude,salience,mentions,quotes");
        assertThat(csv.lines().skip(1)).hasSize(entities);
        assertThat(desk.get("/mentions.json").statusCode()).isEqualTo(406);
    }

    @Test
    void theNetworkOfEntitiesIsGraphMl() throws Exception {
        HttpResponse<String> answer = desk.get("/network?q=Crimea");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/graphml+xml; charset=utf-8");
        assertThat(answer.body()).contains("<graph edgedefault=\"undirected\">", "<node id=", "</graphml>");
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.address() + "/search.csv?q=loganberry"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<InputStream> answer = desk.http().send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream rows = new GZIPInputStream(answer.body())) {
            assertThat(new String(rows.readAllBytes(), UTF_8).lines()).hasSize(1_001);
        }
    }

    private JsonNode json(String path) throws Exception {
        return Json.reader(JsonNode.class).readTree(desk.get(path).body());
    }
}
