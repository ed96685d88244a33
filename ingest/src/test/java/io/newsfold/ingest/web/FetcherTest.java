package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses, forbidden addresses, and limits of a fetch. */
class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int MAX_BYTES = 3 << 20;

    private final LoopbackSite site = new LoopbackSite();
    private final LoopbackNetwork network = new LoopbackNetwork();

    /** The loopback network, with the IP addresses of names as a test gives them; counts sockets. */
    private static final class LoopbackNetwork implements NetworkAccess {
        private final Queue<List<String>> answers = new ArrayDeque<>();
        private final List<String> lookedUp = new ArrayList<>();
        private int sockets;

        @Override
        public synchronized List<InetAddress> addresses(String host) throws UnknownHostException {
            lookedUp.add(host);
            List<String> answer = answers.isEmpty() ? List.of(host) : answers.remove();
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : answer) {
                addresses.addAll(List.of(InetAddress.getAllByName(address)));
            }
            return addresses;
        }

        @Override
        public synchronized Socket socket() {
            sockets++;
            return new Socket(Proxy.NO_PROXY);
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aResponseHasItsHeaders() {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().add("X-Robots-Tag", "noai");
            exchange.getResponseHeaders()
                    .set("User", exchange.getRequestHeaders().getFirst("User-Agent"));
            LoopbackSite.answer(exchange, 200, "text/html", "<p>Högt vatten".getBytes(UTF_8));
        });

        Response response = fetch(site.address("/a"), LONG).response().orElseThrow();

        assertThat(response)
                .usingRecursiveComparison()
                .isEqualTo(new Response(
                        site.address("/a"),
                        200,
                        new FetchResult.Headers("text/html", "\"1\"", null, null, null, List.of("noai"), null),
                        "<p>Högt vatten".getBytes(UTF_8),
                        NOW));
    }

    @Test
    void redirectsAreFollowedToTheFinalAddress() {
        redirect("/old", "/new?a=1");
        site.on("/new", "text/html", "here");

        assertThat(fetch(site.address("/old"), LONG).response())
                .hasValueSatisfying(a -> assertThat(a.address()).isEqualTo(site.address("/new?a=1")));
    }

    @Test
    void endlessRedirectsEnd() {
        for (int i = 0; i <= Limits.REDIRECTS; i++) {
            redirect("/round" + i, "/round" + (i + 1));
        }

        assertThat(refusal(fetch(site.address("/round0"), LONG)))
                .isEqualTo(new Refusal(Reason.FETCH_FAILED, "more than 5 redirects"));
        assertThat(site.asked()).hasSize(1 + Limits.REDIRECTS);
    }

    @Test
    void aRedirectThatWaitsForACookieIsNamed() {
        redirect("/ferry", "/set-cookie");
        redirect("/set-cookie", "/ferry");

        assertThat(refusal(fetch(site.address("/ferry"), LONG)))
                .isEqualTo(new Refusal(
                        Reason.FETCH_FAILED,
                        "it redirects in a circle, as a site does that wants a cookie accepted first"));
        assertThat(site.asked()).containsExactly("/ferry", "/set-cookie");
    }

    @Test
    void aBodyWithoutEndIsTooLarge() {
        site.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            }
        });

        assertThat(refusal(fetch(site.address("/endless"), LONG)))
                .isEqualTo(new Refusal(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes"));
    }

    @Test
    void aBodyThatTricklesTimesOut() {
        CountDownLatch end = new CountDownLatch(1);
        site.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await(end);
        });

        FetchResult slow = fetch(site.address("/slow"), SHORT);
        end.countDown();

        assertThat(refusal(slow)).isEqualTo(new Refusal(Reason.FETCH_FAILED, "no response within 400 ms"));
    }

    @Test
    void aDecompressionBombIsNotUnpacked() throws IOException {
        byte[] bomb = gzip(new byte[2 << 20]);
        site.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackSite.answer(exchange, 200, "text/html", bomb);
        });

        assertThat(refusal(fetch(site.address("/bomb"), LONG)))
                .isEqualTo(new Refusal(Reason.TOO_LARGE, "it unpacks to more than 100 times its size"));
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        byte[] packed = gzip("High water".getBytes(UTF_8));
        site.on("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackSite.answer(exchange, 200, "text/html", packed);
        });

        assertThat(fetch(site.address("/packed"), LONG).response().orElseThrow().body())
                .asString(UTF_8)
                .isEqualTo("High water");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/, PRIVATE_ADDRESS",
        "http://[::1]/, PRIVATE_ADDRESS",
        "http://169.254.169.254/latest/meta-data/, PRIVATE_ADDRESS",
        "http://10.1.2.3/, PRIVATE_ADDRESS",
        "http://172.31.0.1/, PRIVATE_ADDRESS",
        "http://192.168.1.1/, PRIVATE_ADDRESS",
        "http://100.64.0.1/, PRIVATE_ADDRESS",
        "http://[fd00::1]/, PRIVATE_ADDRESS",
        "http://[fe80::1]/, PRIVATE_ADDRESS",
        "http://[::ffff:127.0.0.1]/, PRIVATE_ADDRESS",
        "http://[::127.0.0.1]/, PRIVATE_ADDRESS",
        "http://[64:ff9b::7f00:1]/, PRIVATE_ADDRESS",
        "http://[64:ff9b:1::1]/, PRIVATE_ADDRESS",
        "http://[2002:7f00:1::]/, PRIVATE_ADDRESS",
        "http://[2001:0:1::1]/, PRIVATE_ADDRESS",
        "http://[2001:db8::1]/, PRIVATE_ADDRESS",
        "http://[ff02::1]/, PRIVATE_ADDRESS",
        "http://[::]/, PRIVATE_ADDRESS",
        "http://224.0.0.1/, PRIVATE_ADDRESS",
        "http://255.255.255.255/, PRIVATE_ADDRESS",
        "http://0.0.0.0/, PRIVATE_ADDRESS",
        "http://192.0.2.1/, PRIVATE_ADDRESS",
        "http://localhost/, PRIVATE_ADDRESS",
        "http://localhost./, PRIVATE_ADDRESS",
        "http://LOCALHOST/, PRIVATE_ADDRESS",
        "http://printer.local/, PRIVATE_ADDRESS",
        "https://127.0.0.1/, PRIVATE_ADDRESS",
        "http://0/, BAD_ADDRESS",
        "http://2130706433/, BAD_ADDRESS",
        "http://0x7f.1/, BAD_ADDRESS",
        "http://127.1/, BAD_ADDRESS",
        "http://0177.0.0.1/, BAD_ADDRESS",
        "http://news.example:9092/, BAD_ADDRESS",
        "http://reader:secret@news.example/, BAD_ADDRESS",
        "gopher://news.example/, BAD_ADDRESS",
        "file:///etc/passwd, BAD_ADDRESS",
        "javascript:alert(1), BAD_ADDRESS",
        "http:///a, BAD_ADDRESS",
        "news, BAD_ADDRESS"
    })
    void nothingConnectsToPrivateOrInvalidAddresses(String address, Reason reason) {
        FetchResult fetched = fetch(AllowedHosts.NONE, address, LONG);

        assertThat(refusal(fetched).reason()).as(refusal(fetched).message()).isEqualTo(reason);
        assertThat(network.sockets).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.0.0.1"})
    void aNameWithAPrivateAddressIsRejectedEvenBesidePublicOnes(String privateAddress) {
        network.answers.add(List.of("9.9.9.9", privateAddress));

        FetchResult fetched = fetch(AllowedHosts.NONE, "http://10.0.0.1.nip.example/", LONG);

        assertThat(refusal(fetched))
                .isEqualTo(new Refusal(Reason.PRIVATE_ADDRESS, "10.0.0.1.nip.example is in a private network"));
        assertThat(network.lookedUp).containsExactly("10.0.0.1.nip.example");
        assertThat(network.sockets).isZero();
    }

    @Test
    void aNameIsLookedUpOnceForEachConnection() {
        AllowedHosts onlySite = AllowedHosts.of(List.of(site.host()));
        redirect("/out", "http://flip.example/");
        network.answers.add(List.of("127.0.0.1"));
        network.answers.add(List.of("127.0.0.1"));

        FetchResult fetched = fetch(onlySite, site.address("/out"), LONG);

        assertThat(refusal(fetched).reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
        assertThat(network.lookedUp).containsExactly("127.0.0.1", "flip.example");
        assertThat(network.sockets).isEqualTo(1); // the one to the site
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/, PRIVATE_ADDRESS",
        "http://169.254.169.254/, PRIVATE_ADDRESS",
        "//127.0.0.1:9092/, BAD_ADDRESS",
        "file:///etc/passwd, BAD_ADDRESS"
    })
    void aRedirectToAPrivateAddressIsRejected(String location, Reason reason) {
        redirect("/out", location);

        assertThat(refusal(fetch(site.address("/out"), LONG)).reason()).isEqualTo(reason);
        assertThat(network.sockets).isEqualTo(1);
    }

    @Test
    void aRedirectMustKeepEncryption() throws Exception {
        WebAddress secure = WebAddress.of("https://news.example/a", AllowedHosts.NONE);

        assertThat(catchThrowableOfType(
                                WebAddress.InvalidAddressException.class,
                                () -> secure.redirected("http://news.example/a", AllowedHosts.NONE))
                        .refusal())
                .isEqualTo(new Refusal(Reason.BAD_ADDRESS, "it redirects from https to http"));
        assertThat(secure.redirected("/b", AllowedHosts.NONE).toString()).isEqualTo("https://news.example/b");
    }

    @Test
    void anAllowedHostIsAllowedAtItsPortOnly() {
        site.on("/a", "text/html", "here");

        assertThat(fetch(AllowedHosts.of(List.of("127.0.0.1")), site.address("/a"), LONG)
                        .refusal())
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.BAD_ADDRESS));
        assertThat(fetch(AllowedHosts.of(List.of("127.0.0.1:1")), site.address("/a"), LONG)
                        .refusal())
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.BAD_ADDRESS));
        assertThat(fetch(site.address("/a"), LONG).response()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "2620:fe::fe", "64:ff9b::909:909", "2002:909:909::1", "::ffff:9.9.9.9"})
    void publicAddressesArePublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    private FetchResult fetch(String address, Duration timeout) {
        return fetch(AllowedHosts.of(List.of(site.host())), address, timeout);
    }

    private FetchResult fetch(AllowedHosts allowed, String address, Duration timeout) {
        try (Fetcher fetcher = new Fetcher(allowed, InstantSource.fixed(NOW), timeout, network)) {
            return fetcher.fetch(Request.of(address, MAX_BYTES));
        }
    }

    private void redirect(String path, String location) {
        site.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private static Refusal refusal(FetchResult fetched) {
        return fetched.refusal().orElseThrow();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
