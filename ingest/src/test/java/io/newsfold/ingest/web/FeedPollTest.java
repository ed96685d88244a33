package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.SourceState.SourceKind;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.RecordingPublisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a poll publishes, when the next poll is due, and where it goes on. */
class FeedPollTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final LoopbackSite site = new LoopbackSite();
    private final ManualClock clock = new ManualClock(START);
    private final Fetcher fetcher = new Fetcher(AllowedHosts.of(List.of(site.host())), clock);
    private final RecordingPublisher published = new RecordingPublisher();
    private boolean withPages = true;
    private final AtomicInteger steps = new AtomicInteger(Integer.MAX_VALUE);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void anItemAndItsPageAreSentOnce() {
        site.on("/feed", "application/rss+xml", rss(item("/a", "High water at the pier")));
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("tdm-reservation", "1");
            LoopbackSite.answer(exchange, 200, "text/html", "<p>The whole page".getBytes(UTF_8));
        });

        poll("/feed");
        poll("/feed");

        assertThat(published.deliveries())
                .extracting(
                        Delivery::key, RecordingPublisher::text, d -> d.about().flags())
                .containsExactly(
                        tuple(site.address("/a"), "High water at the pier", List.of()),
                        tuple(site.address("/a"), "<p>The whole page", List.of("ai_opt_out")));
        About stub = published.deliveries().get(0).about();
        assertThat(published.deliveries().get(1).about())
                .isEqualTo(new About(
                        START.plusSeconds(2), // after the feed and robots.txt, a second each
                        site.address("/a"),
                        "text/html",
                        stub.published(),
                        "Harbour Post",
                        "Ferry cancelled",
                        "Ada Berg",
                        site.address("/feed"),
                        stub.sourceId(),
                        List.of("ai_opt_out")));
        assertThat(stub.fetched()).isEqualTo(START);
        assertThat(site.asked()).containsExactly("/feed", "/robots.txt", "/a", "/feed");
    }

    @Test
    void aChangedItemIsSentAgainWithItsPage() {
        site.on("/feed", "application/rss+xml", rss(item("/a", "High water") + item("/b", "Low water")));
        site.on("/a", "text/html", "page a");
        site.on("/b", "text/html", "page b");
        poll("/feed");

        site.on("/feed", "application/rss+xml", rss(item("/b", "Low water") + item("/a", "Higher water")));
        poll("/feed");

        assertThat(published.bodies())
                .containsExactly("High water", "Low water", "page a", "page b", "Higher water", "page a");
    }

    @Test
    void anUnchangedFeedIsPolledLessAndLessOften() {
        site.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            boolean known = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            LoopbackSite.answer(
                    exchange, known ? 304 : 200, "application/rss+xml", known ? new byte[0] : bytes(rss("")));
        });

        assertThat(next(poll("/feed"))).isEqualTo(EVERY.multipliedBy(3).dividedBy(2));
        for (int i = 0; i < 20; i++) {
            poll("/feed");
        }

        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofHours(6));
        assertThat(state().failure()).isNull();
    }

    @Test
    void aFeedIsNotPolledBeforeItsMaxAge() {
        withPages = false;
        site.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
            LoopbackSite.answer(exchange, 200, "application/rss+xml", bytes(rss(item("#", "High water"))));
        });

        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aFailingFeedIsPolledLessAndLessOftenUntilItRecovers() {
        withPages = false;
        site.on("/feed", exchange -> exchange.sendResponseHeaders(500, -1));

        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofMinutes(1));
        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofMinutes(2));
        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofMinutes(4));
        assertThat(state().failure()).isEqualTo("the server answers 500");
        for (int i = 0; i < 20; i++) {
            poll("/feed");
        }
        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofHours(24));

        site.on("/feed", "application/rss+xml", rss(item("#", "High water")));
        assertThat(next(poll("/feed"))).isEqualTo(EVERY);
        assertThat(state().failure()).isNull();
        assertThat(state().lastFailure()).isNotNull();
    }

    @Test
    void aFeedIsPolledAfterItsRetryAfter() {
        site.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7200");
            exchange.sendResponseHeaders(429, -1);
        });

        assertThat(next(poll("/feed"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aSourceIsPolledWhenItIsDue() {
        withPages = false;
        site.on("/feed", "application/rss+xml", rss(item("#", "High water")));
        try (Poller poller = poller("/feed")) {
            poller.due();
            clock.pass(EVERY.minusSeconds(1));
            poller.due();
            assertThat(site.asked()).containsExactly("/feed");

            clock.pass(Duration.ofSeconds(1));
            poller.due();
        }

        assertThat(site.asked()).containsExactly("/feed", "/feed");
    }

    @Test
    void aFeedThatIsGoneIsNotPolledAgain() {
        site.on("/feed", exchange -> exchange.sendResponseHeaders(410, -1));

        poll("/feed");
        poll("/feed");

        assertThat(site.asked()).containsExactly("/feed");
        assertThat(state().failure()).isEqualTo("the feed has ended: the server answers 410");
    }

    @Test
    void aPageThatFailsIsTriedThreeTimes() {
        site.on("/feed", "application/rss+xml", rss(item("/a", "High water")));
        site.on("/a", exchange -> exchange.sendResponseHeaders(503, -1));

        for (int i = 0; i < 4; i++) {
            poll("/feed");
        }

        assertThat(site.asked()).filteredOn("/a"::equals).hasSize(3);
        assertThat(published.deliveries()).hasSize(2);
        assertThat(state().refused()).isEqualTo(Map.of("fetch_failed", 1L));
    }

    @Test
    void aPageThatRobotsTxtForbidsIsNotFetched() {
        site.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a\n");
        site.on("/feed", "application/rss+xml", rss(item("/a", "High water")));

        poll("/feed");
        poll("/feed");

        assertThat(site.asked()).doesNotContain("/a");
        assertThat(state().refused()).isEqualTo(Map.of("robots", 1L));
        assertThat(state().sent()).isEqualTo(1);
    }

    @Test
    void aPageInAPrivateNetworkIsNotFetched() {
        site.on(
                "/feed",
                "application/rss+xml",
                rss(item("#", "High water").replace(site.address("#"), "http://169.254.169.254/latest")));

        poll("/feed");

        assertThat(state().refused()).isEqualTo(Map.of("private_address", 1L));
    }

    @Test
    void aStoppedPollGoesOnWhereItStopped() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            items.append(item("/" + i, "Water " + i));
            site.on("/" + i, "text/html", "page " + i);
        }
        site.on("/feed", "application/rss+xml", rss(items.toString()));

        steps.set(30);
        poll("/feed");
        int before = published.deliveries().size();
        steps.set(Integer.MAX_VALUE);
        poll("/feed");

        assertThat(before).isBetween(101, 200);
        assertThat(published.bodies()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aDocumentThatIsNotAFeedIsAFailure() {
        site.on("/feed", "text/html", "<!doctype html><p>Please log in");

        poll("/feed");
        poll("/feed");

        assertThat(state().failure()).isEqualTo("it is neither RSS nor Atom");
        assertThat(published.deliveries()).hasSize(1); // the same rejection is published once
    }

    @Test
    void theSitemapsOfAnIndexAreReadAlsoCompressedOnes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes("""
                    <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                    <url><loc>https://harbour.example/1</loc><news:news>
                    <news:publication><news:name>Harbour Post</news:name></news:publication>
                    <news:publication_date>2026-01-05</news:publication_date>
                    <news:title>Ferry cancelled</news:title></news:news></url>
                    <url><loc>https://harbour.example/about</loc></url></urlset>"""));
        }
        site.on(
                "/news.xml.gz",
                exchange -> LoopbackSite.answer(exchange, 200, "application/gzip", packed.toByteArray()));
        site.on(
                "/index.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + site.address("/news.xml.gz") + "</loc></sitemap><sitemap><loc>"
                        + site.address("/lost.xml") + "</loc></sitemap></sitemapindex>");

        withPages = false;
        poll("/index.xml");

        assertThat(published.deliveries())
                .extracting(
                        Delivery::key,
                        RecordingPublisher::text,
                        d -> d.about().published(),
                        d -> d.about().publisher())
                .containsExactly(tuple(
                        "https://harbour.example/1",
                        "{\"headline\":\"Ferry cancelled\"}",
                        "2026-01-05",
                        "Harbour Post"));
        assertThat(state())
                .extracting(SourceState::kind, SourceState::failure)
                .containsExactly(SourceKind.SITEMAP, site.address("/lost.xml") + ": the server answers 404");
    }

    private SourceState poll(String path) {
        try (Poller poller = poller(path)) {
            return poller.once().get(0);
        }
    }

    /** A poller as after a restart: it knows only what was published. */
    private Poller poller(String path) {
        FetchClient client = client();
        PageFetcher pages = withPages ? new PageFetcher(client, new Robots(client, clock), clock) : null;
        return new Poller(
                List.of(site.address(path)), published.states(), poll(client, pages), clock, (before, after) -> {});
    }

    private FeedPoll poll(FetchClient client, @Nullable PageFetcher pages) {
        return new FeedPoll(
                client,
                pages,
                new PollSchedule(EVERY, () -> 0),
                Limits.FETCH_BYTES,
                published,
                clock,
                () -> steps.getAndDecrement() > 0);
    }

    private FetchClient client() {
        return new PacedFetchClient(fetcher, Duration.ofSeconds(1), clock, time -> {
            clock.await(time);
            return true;
        });
    }

    private SourceState state() {
        return published.states().values().iterator().next();
    }

    private Duration next(SourceState state) {
        return Duration.between(clock.instant(), FeedPosition.of(state, EVERY).next());
    }

    private String item(String path, String text) {
        return "<item><title>Ferry cancelled</title><link>" + site.address(path) + "</link><description>" + text
                + "</description><author>Ada Berg</author><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate></item>";
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss><channel><title>Harbour Post</title>" + items + "</channel></rss>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
