package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.ingest.web.AllowedHosts;
import io.newsfold.ingest.web.Fetcher;
import io.newsfold.ingest.web.LoopbackSite;
import io.newsfold.ingest.web.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures from a real server, a good one and hostile ones. */
class PictureCacheTest {
    private static final String JPEG = "image/jpeg";
    private static final byte[] GOOD = PictureFiles.red("jpeg", 1200, 800);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T06:00:00Z"));
    private final LoopbackSite site = new LoopbackSite();

    @SuppressWarnings("NullAway.Init")
    PictureCacheTest() {}

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aPictureIsFetchedOnce() throws Exception {
        serve("/a.jpg", JPEG, GOOD);
        serve("/b.png", "image/png", PictureFiles.red("png", 300, 200));
        try (PictureCache cache = cache(picture -> true)) {
            Optional<byte[]> first = get(cache, "/a.jpg");
            Optional<byte[]> second = get(cache, "/a.jpg");
            Optional<byte[]> png = get(cache, "/b.png");

            assertThat(first).isPresent();
            assertThat(second.orElseThrow()).isEqualTo(first.orElseThrow()).hasSizeLessThan(GOOD.length);
            assertThat(png).isPresent();
        }
        assertThat(site.asked()).containsExactly("/robots.txt", "/a.jpg", "/b.png");
    }

    @Test
    void theServerLearnsNothingOfReaders() throws Exception {
        ConcurrentSkipListSet<String> headers = new ConcurrentSkipListSet<>();
        site.on("/a.jpg", exchange -> {
            headers.addAll(exchange.getRequestHeaders().keySet());
            exchange.getResponseHeaders().set("Set-Cookie", "reader=1");
            LoopbackSite.answer(exchange, 200, JPEG, GOOD);
        });
        try (PictureCache cache = cache(picture -> true)) {
            get(cache, "/a.jpg");
            cache.remove("/a.jpg");
            get(cache, "/a.jpg");
        }

        assertThat(headers).containsExactly("Accept-encoding", "Connection", "Host", "User-agent");
    }

    @Test
    void anHtmlPageCalledJpegIsNoPictureForADay() throws Exception {
        serve("/a.jpg", JPEG, "<!DOCTYPE html><html><body>Accept cookies first</body></html>".getBytes(UTF_8));
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(get(cache, "/a.jpg")).isEmpty();
            serve("/a.jpg", JPEG, GOOD);

            clock.pass(Duration.ofHours(23));
            assertThat(get(cache, "/a.jpg")).isEmpty();
            assertThat(cache.offers(picture("/a.jpg"))).isFalse();
            clock.pass(Duration.ofHours(2));
            assertThat(cache.offers(picture("/a.jpg"))).isTrue();
            assertThat(get(cache, "/a.jpg")).isPresent();
        }
    }

    @Test
    void aFailureOfTheServerIsRememberedForMinutes() throws Exception {
        site.on("/a.jpg", exchange -> exchange.sendResponseHeaders(503, -1));
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(get(cache, "/a.jpg")).isEmpty();
            serve("/a.jpg", JPEG, GOOD);

            assertThat(get(cache, "/a.jpg")).isEmpty();
            clock.pass(Duration.ofMinutes(11));
            assertThat(get(cache, "/a.jpg")).isPresent();
        }
    }

    @Test
    void bombsAndTrackingPixelsAreNoPictures() throws Exception {
        serve("/bomb.png", "image/png", PictureFiles.claimingPng(50_000, 50_000));
        serve("/pixel.gif", "image/gif", PictureFiles.red("gif", 1, 1));
        serve("/large.jpg", JPEG, new byte[11 << 20]);
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(get(cache, "/bomb.png")).isEmpty();
            assertThat(get(cache, "/pixel.gif")).isEmpty();
            assertThat(get(cache, "/large.jpg")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.jpg",
                "http://[::1]/a.jpg",
                "http://10.0.0.1/a.jpg",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost/a.jpg",
                "http://2130706433/a.jpg",
                "file:///etc/passwd",
                "ftp://a.example/a.jpg",
                "data:image/png;base64,AAAA",
                "//a.example/a.jpg",
                "no address"
            })
    void noPrivateOrOtherAddressIsFetched(String url) throws Exception {
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(cache.get(new ArticlePicture("a", url)).get(9, TimeUnit.SECONDS))
                    .isEmpty();
            assertThat(cache.offers(new ArticlePicture("a", url))).isFalse();
        }
    }

    @Test
    void noRedirectLeadsToAPrivateAddress() throws Exception {
        try (LoopbackSite inner = new LoopbackSite();
                PictureCache cache = cache(picture -> true)) {
            inner.on("/a.jpg", exchange -> LoopbackSite.answer(exchange, 200, JPEG, GOOD));
            redirect("/port.jpg", inner.address("/a.jpg"));
            redirect("/cloud.jpg", "http://169.254.169.254/a.jpg");
            redirect("/file.jpg", "file:///etc/passwd");

            assertThat(get(cache, "/port.jpg")).isEmpty();
            assertThat(get(cache, "/cloud.jpg")).isEmpty();
            assertThat(get(cache, "/file.jpg")).isEmpty();
            assertThat(inner.asked()).isEmpty();
        }
    }

    @Test
    void aSlowServerIsGivenUp() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        site.on("/slow.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(get(cache, "/slow.jpg")).isEmpty();
            assertThat(cache.offers(picture("/slow.jpg"))).isFalse();
        } finally {
            end.countDown();
        }
    }

    @Test
    void robotsTxtIsObeyed() throws Exception {
        site.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
        serve("/private/a.jpg", JPEG, GOOD);
        try (PictureCache cache = cache(picture -> true)) {
            assertThat(get(cache, "/private/a.jpg")).isEmpty();
        }
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Test
    void thePictureOfAnArticleThatIsWithdrawnMeanwhileIsNotKept() throws Exception {
        AtomicBoolean there = new AtomicBoolean(true);
        site.on("/a.jpg", exchange -> {
            there.set(false);
            LoopbackSite.answer(exchange, 200, JPEG, GOOD);
        });
        try (PictureCache cache = cache(picture -> there.get())) {
            assertThat(get(cache, "/a.jpg")).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutPicturesNothingIsFetched() throws Exception {
        serve("/a.jpg", JPEG, GOOD);
        try (PictureCache cache = PictureCache.open(PictureConfig.off(folder), clock, picture -> true)) {
            assertThat(cache.offers(picture("/a.jpg"))).isFalse();
            assertThat(get(cache, "/a.jpg")).isEmpty();
        }
        assertThat(site.asked()).isEmpty();
    }

    private PictureCache cache(Predicate<ArticlePicture> current) {
        AllowedHosts allowed = AllowedHosts.of(List.of(site.host()));
        return new PictureCache(
                PictureFolder.open(folder, 1 << 20, clock),
                new Fetcher(allowed, clock, Duration.ofSeconds(1)),
                clock,
                current);
    }

    /** Of an article whose id is the path. */
    private Optional<byte[]> get(PictureCache cache, String path) throws Exception {
        return cache.get(picture(path)).get(9, TimeUnit.SECONDS);
    }

    private ArticlePicture picture(String path) {
        return new ArticlePicture(path, site.address(path));
    }

    private void serve(String path, String type, byte[] body) {
        site.on(path, exchange -> LoopbackSite.answer(exchange, 200, type, body));
    }

    private void redirect(String path, String to) {
        site.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }
}
