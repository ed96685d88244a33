package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.newsfold.cli.pipeline.HealthServer;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health and the metrics of a run after the seed feed, and the metrics that the dashboard and the alerts use. */
class MetricsTest {
    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern NAME = Pattern.compile("\\b(?:newsfold|kafka|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern SELECTOR = Pattern.compile("(" + NAME + ")\\{([^}]*)}");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(=~|!~|=)\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(\\{.*})? [^ ]*");

    @TempDir
    @SuppressWarnings("NullAway")
    private static Path folder;

    @SuppressWarnings("NullAway")
    private static Pipeline pipeline;

    @SuppressWarnings("NullAway")
    private static HealthServer server;

    @BeforeAll
    static void start() throws IOException {
        pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
        server = new HealthServer(0, pipeline.metrics(), pipeline::trouble);
        Run.command(folder, "replay", Run.SEED_FEED.toString(), "--data", folder.resolve("data") + "");
        pipeline.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        server.close();
        pipeline.close();
    }

    @Test
    void aWorkingRunIsAliveAndReady() throws Exception {
        List<Integer> codes = Stream.of("/health", "/health/live", "/health/ready", "/metrics", "/healthy")
                .map(path -> ask("GET", path).statusCode())
                .toList();

        assertThat(codes).containsExactly(200, 200, 200, 200, 404);
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(ask("GET", "/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void theSinkHasWrittenEveryRecordThatItRead() {
        double read = value("newsfold_sink_read_records_total");

        assertThat(read).isPositive();
        assertThat(value("newsfold_sink_written_rows_total")).isEqualTo(read);
        assertThat(value("newsfold_sink_lag_records")).isZero();
        assertThat(value("newsfold_sink_oldest_age_seconds")).isZero();
        assertThat(value("newsfold_sink_waiting")).isZero();
        assertThat(value("newsfold_restore_remaining_records")).isZero();
    }

    @Test
    void rejectionsOfTheJobAreCountedByStageAndReason() {
        assertThat(value("newsfold_rejected_total{reason=\"not_html\",stage=\"clean\"}"))
                .isEqualTo(1);
    }

    @Test
    void theDashboardUsesExistingMetrics() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(OPS.resolve("grafana").resolve("newsfold.json").toFile());
        List<String> asked = dashboard.findValuesAsText("expr");

        assertThat(asked).isNotEmpty();
        assertThat(names(asked)).isSubsetOf(names());
        assertThat(selectors(asked)).allMatch(MetricsTest::selectsSomething);
    }

    @Test
    void theAlertsUseExistingMetrics() throws IOException {
        JsonNode alerts = new YAMLMapper()
                .readTree(OPS.resolve("prometheus").resolve("alerts.yaml").toFile());
        List<String> asked = alerts.findValuesAsText("expr");

        assertThat(alerts.findValuesAsText("alert")).hasSameSizeAs(asked).isNotEmpty();
        assertThat(names(asked)).isSubsetOf(names());
        assertThat(selectors(asked)).allMatch(MetricsTest::selectsSomething);
    }

    @Test
    void theDocumentationNamesExistingMetrics() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));

        assertThat(names(List.of(page))).isNotEmpty().isSubsetOf(names());
    }

    @Test
    void theDocumentationNamesEveryTopic() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));

        try (Admin admin = Admin.create(pipeline.client())) {
            assertThat(admin.listTopics().names().get())
                    .hasSizeGreaterThan(Topic.values().length)
                    .allSatisfy(topic -> assertThat(page)
                            .contains("`" + topic.replaceAll("^newsfold-enrich-|-changelog$", "") + "`"));
        }
    }

    private static List<String> selectors(List<String> texts) {
        return texts.stream()
                .flatMap(text -> SELECTOR.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }

    /** Whether a sample of that name has the labels asked for; {@code job} is given by Prometheus. */
    private static boolean selectsSomething(String selector) {
        Matcher parts = SELECTOR.matcher(selector);
        assertThat(parts.matches()).isTrue();
        List<MatchResult> conditions = CONDITION
                .matcher(parts.group(2))
                .results()
                .filter(condition -> !condition.group(1).equals("job"))
                .toList();
        return samples().anyMatch(line -> {
            Map<String, String> labels = LABEL.matcher(line)
                    .results()
                    .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
            return line.startsWith(parts.group(1))
                    && conditions.stream().allMatch(condition -> holds(condition, labels.get(condition.group(1))));
        });
    }

    private static boolean holds(MatchResult condition, @Nullable String value) {
        String wanted = condition.group(3);
        return value != null
                && switch (condition.group(2)) {
                    case "=" -> value.equals(wanted);
                    case "=~" -> value.matches(wanted);
                    default -> !value.matches(wanted);
                };
    }

    private static Set<String> names(List<String> texts) {
        return texts.stream()
                .flatMap(text -> NAME.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of everything in a scrape. */
    private static Set<String> names() {
        return samples()
                .map(line -> SAMPLE.matcher(line).replaceFirst("$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String name) {
        return samples()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private static Stream<String> samples() {
        return ask("GET", "/metrics").body().lines().filter(line -> !line.startsWith("#"));
    }

    private static HttpResponse<String> ask(String method, String path) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
    }
}
