package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The seed feed, run as a user runs it, gives the output that {@code seeds/README.md} lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedFeedTest {
    private static final Path SEEDS = Path.of("..", "seeds", "README.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Path DOCS = Path.of("..", "docs");

    /** A row of the table: one raw record and its expected outcome. */
    private record Expected(String item, String outcome, String story, String relation, String headline) {}

    private Path folder;

    private Run run;
    private Run second;
    private Map<String, String> firstFiles;
    private Map<String, String> secondFiles;
    private List<Expected> expected;

    @SuppressWarnings("NullAway.Init")
    SeedFeedTest() {}

    @BeforeAll
    void runTwice(@TempDir Path temporary) throws IOException {
        folder = temporary;
        expected = expected();
        run = Run.once(folder, Run.SEED_FEED); // its folder says how many rejections it expects
        firstFiles = stamps();
        second = Run.once(folder, Run.SEED_FEED, "--max-rejects", "4");
        secondFiles = stamps();
    }

    @Test
    void everyRecordHasItsOutcomeInTheTable() {
        Map<String, Long> totals =
                expected.stream().collect(Collectors.groupingBy(Expected::outcome, Collectors.counting()));

        assertThat(run.code()).as(run.stderr()).isZero();
        assertThat(run.stdout())
                .endsWith(expected.size() + " raw records: " + totals.get("published") + " published, "
                        + totals.get("unchanged") + " unchanged, " + totals.get("superseded") + " superseded, "
                        + totals.get("rejected") + " rejected, " + totals.get("withdrawn") + " withdrawn\n");
    }

    @Test
    void everyArticleHasItsHeadlineAndStoryInTheTable() throws IOException {
        Map<String, String> storyByHeadline = new TreeMap<>();
        Map<String, TreeSet<String>> headlinesByStory = new HashMap<>();
        for (JsonNode article : articles()) {
            String key = article.path("source").path("publisher").asText() + ": "
                    + article.path("headline").asText();
            storyByHeadline.put(key, article.path("story").path("id").asText());
            headlinesByStory
                    .computeIfAbsent(article.path("story").path("id").asText(), s -> new TreeSet<>())
                    .add(article.path("headline").asText());
        }
        Map<String, TreeSet<String>> wanted = new HashMap<>();
        published()
                .forEach(row -> wanted.computeIfAbsent(row.story(), s -> new TreeSet<>())
                        .add(row.headline()));

        assertThat(storyByHeadline).hasSize((int) published().count());
        assertThat(headlinesByStory.values()).containsExactlyInAnyOrderElementsOf(wanted.values());
    }

    @Test
    void everyCopyIsBasedOnItsArticleInTheTable() throws IOException {
        Map<String, String> headlineOfItem = new HashMap<>();
        expected.forEach(row -> headlineOfItem.put(row.item(), row.headline()));
        Map<String, String> headlineOfId = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (JsonNode article : articles()) {
            headlineOfId.put(
                    article.path("id").asText(), article.path("headline").asText());
        }
        for (JsonNode article : articles()) {
            if (article.path("lineage").path("relation").asText().equals("copy")) {
                found.add(article.path("headline").asText() + " <- "
                        + headlineOfId.get(article.path("isBasedOn").asText()));
            }
        }

        List<String> wanted = published()
                .filter(row -> row.relation().startsWith("copy of "))
                .map(row -> row.headline() + " <- "
                        + headlineOfItem.get(row.relation().substring("copy of ".length())))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void theFirstReportOfEachStoryIsItsRoot() throws IOException {
        List<String> heads = new ArrayList<>();
        for (JsonNode article : articles()) {
            if (article.path("lineage").path("relation").asText().equals("first")) {
                heads.add(article.path("headline").asText());
            }
        }

        assertThat(heads)
                .containsExactlyInAnyOrderElementsOf(published()
                        .filter(row -> row.relation().equals("first"))
                        .map(Expected::headline)
                        .toList());
    }

    @Test
    void aSecondRunChangesNoFile() {
        assertThat(second.code()).as(second.stderr()).isZero();
        assertThat(second.stdout()).isEqualTo(run.stdout());
        assertThat(second.stderr()).contains("0 records sent").contains(expected.size() + " were sent before");
        assertThat(secondFiles).isEqualTo(firstFiles);
    }

    @Test
    void theReadmeShowsTheRealOutput() throws IOException {
        String readme = Files.readString(README).replace("\r", "");
        List<String> shown = readme.lines()
                .dropWhile(line -> !line.startsWith("US prepared to accept"))
                .takeWhile(line -> !line.startsWith("```"))
                .toList();

        assertThat(shown).as("the block in README.md").isNotEmpty();
        assertThat(run.stdout().lines().toList()).containsSequence(shown);
    }

    @Test
    void duckDbAnswersTheQueryInTheReadme() throws SQLException {
        String glob = folder.resolve("out/latest/articles").toString().replace("'", "''") + "/*/*.jsonl";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select story.headline, count(*) n, count(distinct source.publisher) from read_json('" + glob
                                + "', hive_partitioning = true) group by all order by n desc limit 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Rubio stays away from London as Kyiv holds firm on Crimea");
            assertThat(rows.getLong(2))
                    .isEqualTo(published()
                            .filter(row -> row.story().equals("london-talks"))
                            .count());
        }
    }

    @Test
    void duckDbRunsTheStatementsOfTheDocumentation() throws IOException, SQLException {
        for (Path page : List.of(README, DOCS.resolve("read-files.md"))) {
            List<String> statements = statements(page);
            assertThat(statements).as("SQL in " + page).isNotEmpty();
            for (String statement : statements) {
                assertThat(rows(statement)).as(page + ": " + statement).isNotEmpty();
            }
        }
    }

    @Test
    void datesSortAsTextsAndAsTimesAlike() throws IOException, SQLException {
        List<String> texts = new ArrayList<>();
        for (JsonNode article : articles()) {
            texts.add(article.path("datePublished").asText());
        }
        List<String> inOrder =
                texts.stream().filter(text -> !text.isEmpty()).sorted().toList();

        assertThat(inOrder).hasSizeGreaterThan(30).isSortedAccordingTo(Comparator.comparing(Instant::parse));
        assertThat(rows(statements(DOCS.resolve("read-files.md")).get(0)).stream()
                        .filter(time -> !time.isEmpty())
                        .map(time -> OffsetDateTime.parse(time).toInstant()))
                .containsExactlyElementsOf(inOrder.stream().map(Instant::parse).toList());
    }

    @Test
    void theNotebookRuns() throws IOException {
        JsonNode notebook = Json.reader(JsonNode.class).readTree(Files.readAllBytes(DOCS.resolve("read-files.ipynb")));
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                assertThat(cell.path("outputs")).as("no output is kept").isEmpty();
                StringBuilder lines = new StringBuilder();
                cell.path("source").forEach(line -> lines.append(line.asText()));
                cells.add(lines.toString());
            }
        }

        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(cells).hasSizeGreaterThan(5);
        runPython(String.join("\n", cells), "duckdb", "pandas");
    }

    @Test
    void pandasRunsTheProgramsOfTheFilesPage() throws IOException {
        runPython(String.join("\n", blocks(DOCS.resolve("read-files.md"), "python")), "pandas");
    }

    /** Runs a program beside the output of the first run, where a Python with these modules is installed. */
    private void runPython(String program, String... modules) throws IOException {
        ClientPrograms programs = new ClientPrograms(folder);
        Optional<String> python = programs.python(modules);
        assumeTrue(python.isPresent(), "skipped: no python3 with " + String.join(" and ", modules) + " is installed");

        ClientPrograms.Ended ended = programs.run(List.of(python.orElseThrow(), "-c", program));

        assertThat(ended.code()).as(ended.output()).isZero();
    }

    /** The first column of the rows of a statement, which reads the files of the first run; empty for null. */
    private List<String> rows(String statement) throws SQLException {
        String out = folder.resolve("out").toString().replace("'", "''");
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var query = connection.createStatement();
                ResultSet found = query.executeQuery(statement.replace("'out/", "'" + out + "/"))) {
            while (found.next()) {
                rows.add(Objects.requireNonNullElse(found.getString(1), ""));
            }
        }
        return rows;
    }

    /** The SQL statements of a page, in order. */
    private static List<String> statements(Path page) throws IOException {
        return blocks(page, "sql").stream()
                .flatMap(block -> Stream.of(block.split(";")))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The blocks of a page in a language, in order. */
    private static List<String> blocks(Path page, String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(page).replace("\r", ""))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private Stream<Expected> published() {
        return expected.stream().filter(row -> row.outcome().equals("published"));
    }

    private List<JsonNode> articles() throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (Map.Entry<String, String> file : run.latest().entrySet()) {
            if (file.getKey().startsWith("articles")) {
                for (String line : file.getValue().split("\n")) {
                    articles.add(Json.reader(JsonNode.class).readTree(line));
                }
            }
        }
        return articles;
    }

    /** Every file of the output with its time and content. */
    private Map<String, String> stamps() throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        for (String kind : List.of("history", "latest", "manifest")) {
            for (Map.Entry<String, String> file :
                    Run.files(folder.resolve("out").resolve(kind)).entrySet()) {
                Path path = folder.resolve("out").resolve(kind).resolve(file.getKey());
                stamps.put(kind + "/" + file.getKey(), Files.getLastModifiedTime(path) + " " + file.getValue());
            }
        }
        return stamps;
    }

    private static List<Expected> expected() throws IOException {
        return Files.readAllLines(SEEDS).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| item"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Expected(
                        cells[1].strip(), cells[4].strip(), cells[5].strip(), cells[6].strip(), cells[7].strip()))
                .toList();
    }
}
