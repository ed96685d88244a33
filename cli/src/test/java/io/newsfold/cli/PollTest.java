package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Limits;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.publish.SourceProducer;
import io.newsfold.ingest.web.AllowedHosts;
import io.newsfold.ingest.web.FeedPoll;
import io.newsfold.ingest.web.FetchClient;
import io.newsfold.ingest.web.Fetcher;
import io.newsfold.ingest.web.LoopbackSite;
import io.newsfold.ingest.web.ManualClock;
import io.newsfold.ingest.web.PacedFetchClient;
import io.newsfold.ingest.web.PageFetcher;
import io.newsfold.ingest.web.PollSchedule;
import io.newsfold.ingest.web.Poller;
import io.newsfold.ingest.web.Robots;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsfold poll} and {@code fetch} on a real broker, with a site on the loopback network. */
class PollTest {
    private static final String STUB = "The ferry to Carrow Point was cancelled on Monday because of high waves.";
    private static final String PAGE = """
            <!doctype html><html><head><title>Ferry cancelled</title></head><body><article><h1>Ferry cancelled</h1>
            <p>The ferry to Carrow Point was cancelled on Monday because of high waves, the harbour board said.</p>
            <p>It will sail again on Wednesday at the earliest, when the wind is expected to drop to five knots.</p>
            <p>Two hundred passengers spent the night in the school of Orrin Bay, where the mayor served them soup.</p>
            </article></body></html>""";

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    private final LoopbackSite site = new LoopbackSite();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-05T10:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    PollTest() {}

    @BeforeAll
    static void start() {
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
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aStubAndItsPageAreTwoRevisionsOfOneArticleAndARestartSendsNothingTwice() {
        site.on("/feed", "application/rss+xml", rss("/a"));
        site.on("/a", "text/html", PAGE);

        poll();
        poll();
        pipeline.awaitCaughtUp();

        assertThat(raw()).containsExactly(site.address("/a"), site.address("/a"));
        List<EnrichedArticle> articles =
                TopicReader.table(pipeline.client(), Topic.ENRICHED, EnrichedArticle.class).values().stream()
                        .filter(a -> site.address("/a").equals(a.article().url()))
                        .toList();
        assertThat(articles).hasSize(1);
        assertThat(articles.get(0).article().versions()).hasSize(2);
        assertThat(articles.get(0).article().text().articleBody()).contains("the mayor served them soup");
        assertThat(state().sent()).isEqualTo(2);
    }

    @Test
    void theCommandReadsOpmlAndReportsFailures() throws IOException {
        site.on("/feed", "application/rss+xml", rss("/b"));
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml><body><outline><outline xmlUrl=\"" + site.address("/feed") + "\"/><outline xmlUrl=\""
                        + site.address("/lost") + "\"/></outline></body></opml>");
        String[] arguments = {
            "poll", "--once", "--no-pages", "--pace", "1ms", "--allow-private-networks", site.host(), opml.toString()
        };

        Run first = command(arguments);
        Run second = command(arguments);

        assertThat(first.code()).as(first.stderr()).isEqualTo(3);
        assertThat(first.stderr())
                .isEqualTo("newsfold: 1 records from " + site.address("/feed") + "\nnewsfold: " + site.address("/lost")
                        + ": the server answers 404\n");
        assertThat(second.stderr()).isEqualTo("newsfold: " + site.address("/lost") + ": the server answers 404\n");
        assertThat(raw()).containsExactly(site.address("/b"));
    }

    @Test
    void aFetchObeysRobotsTxt() {
        site.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret\n");
        site.on("/c", "text/html", PAGE);
        site.on("/secret", "text/html", PAGE);
        String allowed = "--allow-private-networks=" + site.host();

        assertThat(command("fetch", allowed, site.address("/c")).code()).isZero();
        Run secret = command("fetch", allowed, site.address("/secret"));
        assertThat(secret.code()).isEqualTo(3);
        assertThat(secret.stderr())
                .isEqualTo("newsfold: " + site.address("/secret") + " is not fetched: the robots.txt of http://"
                        + site.host() + " forbids fetching it\n");
        assertThat(raw()).containsExactly(site.address("/c"));
        assertThat(command("fetch", allowed, "--ignore-robots", site.address("/secret"))
                        .code())
                .isZero();
        assertThat(raw()).containsExactlyInAnyOrder(site.address("/c"), site.address("/secret"));
    }

    @Test
    void aPrivateOrUnsupportedAddressIsRefusedInOneSentence() {
        Run privateAddress = command("fetch", "http://169.254.169.254/latest/meta-data/");
        Run otherScheme = command("fetch", "ftp://harbour.example/a");

        assertThat(privateAddress.code()).isEqualTo(4);
        assertThat(privateAddress.stderr())
                .isEqualTo("newsfold: http://169.254.169.254/latest/meta-data/ is not fetched: 169.254.169.254 is in a"
                        + " private network\n");
        assertThat(otherScheme.code()).isEqualTo(4);
        assertThat(otherScheme.stderr())
                .isEqualTo(
                        "newsfold: ftp://harbour.example/a is not fetched: only http and https are fetched, not ftp\n");
    }

    @Test
    void aPollDrainsOnSigterm() throws IOException, InterruptedException {
        site.on("/feed", "application/rss+xml", rss("/d"));
        Path log = folder.resolve("log");
        Process poll = Child.newsfold(
                log,
                "poll",
                "--no-pages",
                "--allow-private-networks",
                site.host(),
                site.address("/feed"),
                "--data",
                folder.resolve("data").toString());
        while (poll.isAlive() && raw().isEmpty()) {
            poll.waitFor(100, TimeUnit.MILLISECONDS);
        }

        poll.destroy();

        assertThat(poll.waitFor(35, TimeUnit.SECONDS)).isTrue();
        assertThat(poll.exitValue()).as(Files.readString(log)).isEqualTo(143);
        assertThat(raw()).containsExactly(site.address("/d"));
    }

    @Test
    void theLaterPollOfOneNameFencesTheEarlier() {
        SourceState state = SourceState.fresh(site.address("/feed"), SourceState.SourceKind.FEED);
        try (SourceProducer first = new SourceProducer(pipeline.client(), "twice");
                SourceProducer second = new SourceProducer(pipeline.client(), "twice")) {
            second.publish(List.of(), state);

            assertThatThrownBy(() -> first.publish(List.of(), state))
                    .isInstanceOf(SourceProducer.FencedException.class)
                    .hasMessageContaining("the name twice has begun");
        }
    }

    /** Polls as a new process does: it reads the states from the topic. */
    private void poll() {
        try (Fetcher fetcher = new Fetcher(AllowedHosts.of(List.of(site.host())), clock);
                SourceProducer producer = new SourceProducer(pipeline.client(), "poll")) {
            FetchClient web = new PacedFetchClient(fetcher, Duration.ofSeconds(1), clock, time -> {
                clock.await(time);
                return true;
            });
            FeedPoll poll = new FeedPoll(
                    web,
                    new PageFetcher(web, new Robots(web, clock), clock),
                    new PollSchedule(Duration.ofMinutes(10), () -> 0),
                    Limits.FETCH_BYTES,
                    producer,
                    clock,
                    () -> true);
            var known = TopicReader.table(pipeline.client(), Topic.SOURCES, SourceState.class);
            try (Poller poller =
                    new Poller(List.of(site.address("/feed")), known, poll, clock, (before, after) -> {})) {
                poller.once();
            }
        }
    }

    private SourceState state() {
        return TopicReader.table(pipeline.client(), Topic.SOURCES, SourceState.class)
                .getOrDefault(site.address("/feed"), SourceState.fresh("", SourceState.SourceKind.FEED));
    }

    /** The keys of the raw records of this test's site. */
    private List<String> raw() {
        List<String> keys = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(pipeline.client(), Topic.RAW)) {
            reader.readToEnd(entry -> keys.add(entry.key()));
        }
        return keys.stream().filter(key -> key.startsWith(site.address("/"))).toList();
    }

    private static Run command(String... arguments) {
        return Run.command(
                folder,
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--data", folder.resolve("data").toString()))
                        .toArray(String[]::new));
    }

    private String rss(String path) {
        return "<?xml version=\"1.0\"?><rss><channel><title>Harbour Post</title><item><title>Ferry cancelled</title>"
                + "<link>"
                + site.address(path) + "</link><description>" + STUB + "</description></item></channel></rss>";
    }
}
