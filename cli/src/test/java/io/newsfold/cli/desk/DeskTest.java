package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.desk.web.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The desk as programs use it, well-behaved and hostile ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
    private static final String TEXT = "The pier at Carrow Point will be painted green in May, "
            + "the harbour board decided on Monday after a long debate.";
    private static final String POST_TEXT =
            "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

    private Path folder;

    private RunningDesk desk;

    @SuppressWarnings("NullAway.Init")
    DeskTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        desk = new RunningDesk(folder, null, 0);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void anUnknownParameterIsRefusedAndNamed() throws Exception {
        assertThat(desk.get("/stories.json?limt=1").statusCode()).isEqualTo(400);
        assertThat(desk.get("/stories.json?limt=1").body())
                .contains("there is no parameter limt: there are at, day, limit, source, start");
        assertThat(desk.post("/articles?adress=https://a.example/1", "text/plain", TEXT)
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.post("/articles?url=a.example", "text/plain", TEXT).body())
                .contains("url is an address as https://example.org/story, not a.example");
        assertThat(desk.post("/articles?url=https://a.example/1&url=https://a.example/2", "text/plain", TEXT)
                        .body())
                .contains("url is given twice, with different values");
        assertThat(desk.get("/search.json?from=2026-11-02&to=2026-11-01").body())
                .contains("nothing is from 2026-11-02T00:00:00Z on and before 2026-11-01T00:00:00Z");
    }

    @Test
    void theSearchInTheReadmeFindsArticlesOfTheSeedFeed() throws Exception {
        String address = Files.readString(Path.of("..", "README.md"))
                .lines()
                .filter(line -> line.contains("/search.csv?"))
                .map(line -> line.replaceAll(".*:8150(/[^']*)'.*", "$1"))
                .findFirst()
                .orElse("");

        assertThat(desk.get(address).body().lines()).as(address).hasSizeGreaterThan(1);
    }

    @Test
    void theLinksOfAListLeadToAllOfItsRows() throws Exception {
        int all = json(desk.get("/articles.json")).path("all").asInt();
        int rows = 0;
        Optional<String> next = Optional.of("/articles.csv?limit=30");
        while (next.isPresent()) {
            HttpResponse<String> section = desk.get(next.get());
            rows += (int) section.body().lines().skip(1).count();
            next = section.headers().firstValue("Link").map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1"));
        }

        assertThat(all).isGreaterThan(30);
        assertThat(rows).isEqualTo(all);
    }

    @Test
    void anEndingWithoutANameIsNotFound() throws Exception {
        assertThat(desk.get("/entities/.json").statusCode()).isEqualTo(404);
        assertThat(desk.get("/stories/.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void anArticleWithoutDateAndPublisherIsMarkedFetchedAndHasItsHost() throws Exception {
        String text = "The lantern makers of Quill Street will repaint all forty lamps of the old arcade before May.";
        desk.post("/articles?url=https://www.lanterns.example/a", "text/plain", "Lamps repainted\n\n" + text);
        desk.awaitShown();

        JsonNode found = json(desk.get("/search.json?q=lantern"));
        String story = found.at("/items/0/story/id").asText();
        String page = desk.get("/stories/" + story).body();

        assertThat(json(desk.get("/stories/" + story + ".json")).at("/sources"))
                .extracting(JsonNode::asText)
                .containsExactly("lanterns.example");
        assertThat(page).contains("<bdi>lanterns.example</bdi>").contains("undated, fetched <time");
        assertThat(desk.get("/articles/" + story).body()).contains("undated, fetched <time");
        assertThat(desk.get("/stories.csv").body().lines().filter(line -> line.startsWith(story)))
                .singleElement()
                .asString()
                .endsWith(",fetched,fetched");
        assertThat(desk.get("/search?q=lantern").body()).contains("1 article without a date");
        assertThat(json(desk.get("/search.json?q=quill&from=2020-01-01"))
                        .path("all")
                        .asInt())
                .isZero();
    }

    @Test
    void aStoryHasEveryRepresentation() throws Exception {
        JsonNode stories = json(desk.get("/stories.json"));
        String id = stories.at("/items/0/id").asText();

        assertThat(stories.path("all").asInt()).isEqualTo(stories.path("items").size());
        assertThat(type("/stories/" + id, "text/html")).isEqualTo("text/html; charset=utf-8");
        assertThat(type("/stories/" + id, "application/json")).isEqualTo("application/json");
        assertThat(type("/stories/" + id + ".csv", "*/*")).isEqualTo("text/csv; charset=utf-8");
        assertThat(type("/stories/" + id + ".atom", "*/*")).isEqualTo("application/atom+xml");
        assertThat(type("/stories/" + id + ".feed", "*/*")).isEqualTo("application/feed+json");
        assertThat(desk.get("/stories/" + id, "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void duckDbReadsAListAsParquet() throws Exception {
        Path file = folder.resolve("list.parquet");
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.address() + "/articles.parquet?limit=1000"))
                .build();
        desk.http().send(request, HttpResponse.BodyHandlers.ofFile(file));

        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement()
                        .executeQuery("select count(*), count(distinct story.id) from '" + file + "'")) {
            rows.next();

            assertThat(rows.getInt(1))
                    .isEqualTo(json(desk.get("/articles.json")).path("all").asInt());
            assertThat(rows.getInt(2)).isGreaterThan(1);
        }
    }

    @Test
    void theIdOfAnArticleRedirectsToItsStory() throws Exception {
        JsonNode story = Stream.iterate(0, i -> i + 1)
                .map(i -> stories().path("items").path(i))
                .filter(s -> s.path("articles").size() > 1)
                .findFirst()
                .orElseThrow();
        String member = story.at("/articles/1/id").asText();

        HttpResponse<String> answer = desk.get("/stories/" + member);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/stories/" + story.path("id").asText());
    }

    @Test
    void aStoryAtAnEarlierMomentHasFewerArticles() throws Exception {
        JsonNode story = Stream.iterate(0, i -> i + 1)
                .map(i -> stories().path("items").path(i))
                .filter(s -> s.path("articles").size() > 4)
                .findFirst()
                .orElseThrow();
        String id = story.path("id").asText();
        String second = story.at("/articles/1/id").asText();
        String fetched = json(desk.get("/articles/" + second + ".json"))
                .at("/versions/0/firstFetched")
                .asText();

        JsonNode then = json(desk.get("/stories/" + id + ".json?at=" + fetched));

        assertThat(then.path("articles").size())
                .isPositive()
                .isLessThan(story.path("articles").size());
        assertThat(desk.get("/stories/" + id + "?at=1999-01-01").statusCode()).isEqualTo(404);
        assertThat(desk.get("/stories/" + id + "?at=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void anArticleThatIsSentGetsAnOutcome() throws Exception {
        HttpResponse<String> response = desk.post(
                "/articles",
                "application/json",
                "{\"url\": \"https://a.example/pier\", \"headline\": \"Pier to be painted\", \"text\": \"" + TEXT
                        + "\"}");
        desk.awaitShown();

        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode submission = json(response);
        assertThat(json(desk.get(submission.path("outcome").asText()))
                        .path("outcome")
                        .asText())
                .isEqualTo("published");
        assertThat(json(desk.get(submission.path("article").asText() + ".json"))
                        .path("headline")
                        .asText())
                .isEqualTo("Pier to be painted");
        assertThat(desk.get(submission.path("article").asText() + "/outcomes", "Accept", "application/json")
                        .body())
                .contains("published");
    }

    @Test
    void aRecordThatDoesNotExistHasNoOutcome() throws Exception {
        assertThat(desk.get("/outcomes/900/0").statusCode()).isEqualTo(404);
        assertThat(desk.get("/outcomes/900/0").body()).contains("articles.raw has no partition 900: there are ");
        assertThat(desk.get("/outcomes/0/900000").body()).contains("partition 0 of articles.raw ends before offset ");
    }

    @Test
    void formerAddressesOfOutcomesRedirect() throws Exception {
        assertThat(location("/accounts")).isEqualTo("301 /outcomes");
        assertThat(location("/accounts.json")).isEqualTo("301 /outcomes.json");
        assertThat(location("/fates/0/12")).isEqualTo("301 /outcomes/0/12");
        assertThat(location("/articles/0123/fate")).isEqualTo("301 /articles/0123/outcomes");
    }

    @Test
    void aRejectionHasItsReason() throws Exception {
        HttpResponse<String> response = desk.post("/articles", "text/html", "<nav>Home</nav>");
        desk.awaitShown();

        JsonNode outcome = json(desk.get(json(response).path("outcome").asText()));

        assertThat(outcome.path("outcome").asText()).isEqualTo("rejected");
        assertThat(outcome.at("/rejection/reason").asText()).isEqualTo("no_text");
    }

    @Test
    void theArticlePageShowsTheChangesOfARevision() throws Exception {
        String page = "<html><body><h1>Lighthouse lamp %s</h1><p>" + TEXT
                + "</p><p>The lamp of the lighthouse was %s by the keeper on Tuesday, in front of a small crowd.</p>"
                + "</body></html>";
        String path = "/articles?url=https://a.example/lamp";
        String id = json(desk.post(path, "text/html", page.formatted("lit", "lit")))
                .path("id")
                .asText();
        desk.awaitShown();
        desk.post(path, "text/html", page.formatted("lit", "put out"));
        desk.awaitShown();

        HttpResponse<String> article = desk.get("/articles/" + id);

        assertThat(article.body())
                .contains(
                        "<del>The lamp of the lighthouse was lit by", "<ins>The lamp of the lighthouse was put out by");
    }

    @Test
    void everyLineOfABatchIsAnArticle() throws Exception {
        HttpResponse<String> response = desk.post(
                "/articles",
                "application/x-ndjson",
                "{\"url\": \"https://a.example/b1\", \"text\": \"" + TEXT
                        + "\"}\n\nno json\r\n{\"url\": \"https://a.example/b2\", \"withdrawn\": true}");
        desk.awaitShown();

        JsonNode items = json(response).path("items");
        assertThat(items).hasSize(3);
        assertThat(Stream.of(0, 1, 2)
                        .map(i -> outcome(items.path(i).path("outcome").asText())))
                .containsExactly("published", "rejected", "withdrawn");
    }

    @Test
    void n72_theSameIdempotencyKeyGetsTheSameResponse() throws Exception {
        String body = "{\"text\": \"" + TEXT + " Twice.\"}";

        HttpResponse<String> first = desk.post("/articles", "application/json", body, "Idempotency-Key", "k1");
        HttpResponse<String> second = desk.post("/articles", "application/json", body, "Idempotency-Key", "k1");
        HttpResponse<String> other = desk.post("/articles", "application/json", "{}", "Idempotency-Key", "k1");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void n72_badBodiesAreRefused() throws Exception {
        byte[] bomb = gzip(new byte[Limits.BODY_BYTES + 1]);
        HttpRequest.Builder packed = HttpRequest.newBuilder(URI.create(desk.address() + "/articles"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb))
                .headers("Content-Type", "text/plain", "Content-Encoding", "gzip");

        assertThat(desk.post("/articles", "image/png", "x").statusCode()).isEqualTo(415);
        assertThat(raw(POST_TEXT + "Content-Length: 5242881\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(desk.send(packed).statusCode()).isEqualTo(413);
        assertThat(desk.post("/articles", "application/x-ndjson", "\n\n").statusCode())
                .isEqualTo(400);
        assertThat(raw(POST_TEXT + CHUNKED + "5\r\nfirst")).startsWith("HTTP/1.1 408");
        String mebibyte = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        assertThat(raw(POST_TEXT + CHUNKED + mebibyte.repeat(5) + "5\r\nfirst\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void n73_ambiguousRequestsAreRefused() throws Exception {
        for (String request : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
                "GET /stories/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /assets/x/..%5cdesk.css HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n")) {
            assertThat(raw(request)).as(request).matches("(?s)HTTP/1.1 (400|404|421) .*");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(64_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .doesNotContain("root:")
                .matches("(?s)HTTP/1.1 4.*");
    }

    @Test
    void requestsFromPagesOfOtherSitesAreRefused() throws Exception {
        String form = "a=https://a.example/1&b=https://a.example/2&is=true&back=/";

        assertThat(desk.post("/overrides", "application/x-www-form-urlencoded", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.post("/articles", "text/plain", TEXT, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n")).startsWith("HTTP/1.1 421");
    }

    @Test
    void n84_csvHasNoFormulas() throws Exception {
        for (String start : List.of("=", "+", "-", "@")) {
            desk.post(
                    "/articles",
                    "application/json",
                    "{\"url\": \"https://a.example/f" + (int) start.charAt(0) + "\", \"headline\": \"" + start
                            + "cmd|' /C calc'!A0, \\\"quoted\\\"\", \"text\": \"" + TEXT + "\"}");
        }
        desk.awaitShown();

        String csv = desk.get("/search.csv?q=calc").body();

        assertThat(csv.lines().skip(1)).hasSize(4).allMatch(l -> l.contains(",\"'"));
        assertThat(desk.get("/search.json?q=calc").body()).contains("\"headline\":\"=cmd|");
    }

    @Test
    void n88_anAddressIsEscapedInThePage() throws Exception {
        HttpResponse<String> page =
                desk.get("/stories/%3Cscript%3Ealert(1)%3C%2Fscript%3E".replace("%2F", ""), "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void n89_aSearchIsBounded() throws Exception {
        String clauses = "a%20".repeat(5_000);

        assertThat(desk.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
        assertThat(desk.get("/search?q=/(a+)%2B%24/").statusCode()).isEqualTo(200);
        assertThat(desk.get("/search?q=*").statusCode()).isEqualTo(200);
        assertThat(desk.get("/search?q=*rimea").statusCode()).isEqualTo(200);
        assertThat(desk.get("/search?q=%22((((%7C-").statusCode()).isEqualTo(200);
        assertThat(desk.get("/search?q=" + clauses.substring(0, 12_000)).statusCode())
                .isEqualTo(400);
        assertThat(desk.get("/search?limit=100000").statusCode()).isEqualTo(400);
        assertThat(desk.get("/search?from=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void aSearchFindsWordsAndEntities() throws Exception {
        JsonNode found = json(desk.get("/search.json?q=%22recognition%20of%20Crimea%22"));
        String entity = found.at("/items/0/entities/0/id").asText();

        JsonNode page = json(desk.get("/entities/" + entity + ".json"));

        assertThat(found.path("all").asInt()).isPositive();
        assertThat(found.path("items"))
                .allMatch(a -> (a.path("headline").asText()
                                + a.path("articleBody").asText())
                        .toLowerCase(Locale.ROOT)
                        .contains("recognition of crimea"));
        assertThat(page.path("names").size()).isPositive();
        assertThat(json(desk.get("/search.json?entity=" + entity)).path("all")).isEqualTo(page.path("all"));
    }

    @Test
    void theOutcomesAddUp() throws Exception {
        desk.awaitShown();

        JsonNode outcomes = json(desk.get("/outcomes.json"));

        assertThat(outcomes.at("/outcomes/rejected").asInt())
                .isEqualTo(json(desk.get("/rejected.json")).path("all").asInt());
        assertThat(outcomes.path("articles"))
                .isEqualTo(json(desk.get("/articles.json")).path("all"));
        assertThat(outcomes.at("/outcomes/published").asInt())
                .isEqualTo(outcomes.path("articles").asInt());
    }

    @Test
    void aClientThatReconnectsReceivesTheMissedEvents() throws Exception {
        String before = firstEvent("/events", "hello");
        desk.post(
                "/articles",
                "application/json",
                "{\"url\": \"https://a.example/m\", \"text\": \"" + TEXT + " Missed.\"}");
        desk.awaitShown();
        String id = before.lines()
                .filter(l -> l.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);

        String missed = firstEvent("/events?after=" + id, "hello");

        assertThat(missed).containsPattern("event: (began|joined)");
        assertThat(firstEvent("/events?after=nonsense", "hello")).contains("event: reset");
    }

    @Test
    void anAddressThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> new WebServer.Config("0.0.0.0", 0, null, 0, null, folder, PictureConfig.off(folder)))
                .hasMessageContaining("needs a token");
    }

    private JsonNode stories() {
        try {
            return json(desk.get("/stories.json?limit=1000"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String outcome(String path) {
        try {
            return json(desk.get(path)).path("outcome").asText();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String type(String path, String accept) throws Exception {
        HttpResponse<String> answer = desk.get(path, "Accept", accept);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private String location(String path) throws Exception {
        HttpResponse<String> answer = desk.get(path);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.reader(JsonNode.class).readTree(answer.body());
    }

    /** The text of a stream up to the end of the first event with that name. */
    private String firstEvent(String path, String name) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(desk.address() + path)).build();
        StringBuilder text = new StringBuilder();
        try (InputStream in = desk.http()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            while (!text.toString().matches("(?s).*event: " + name + "\n[^\n]*\n\n.*")) {
                text.append((char) in.read());
            }
        }
        return text.toString();
    }

    /** Sends bytes that no client library would send; returns the start of the response. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(desk.address()).getPort())) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(request.getBytes(UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // the desk closed the connection early: its response is read below
            }
            byte[] start = new byte[4_000];
            int read = socket.getInputStream().read(start);
            return new String(start, 0, Math.max(0, read), ISO_8859_1);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
