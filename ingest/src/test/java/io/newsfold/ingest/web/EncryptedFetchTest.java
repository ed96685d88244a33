package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Response;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches by https from a site on the loopback network, whose certificate is trusted or not. */
class EncryptedFetchTest {
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;

    @SuppressWarnings("NullAway.Init")
    EncryptedFetchTest() {}

    @BeforeEach
    void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=loopback",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/a", exchange -> {
            try (exchange) {
                LoopbackSite.answer(exchange, 200, "text/html", "High water".getBytes(UTF_8));
            }
        });
        server.createContext("/plain", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", "http://" + host() + "/a");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST_PASSWORD);
        server.stop(0);
    }

    @Test
    void aTrustedCertificateIsAccepted() {
        trust();

        assertThat(fetch("/a").response().map(Response::body))
                .hasValueSatisfying(body -> assertThat(body).asString(UTF_8).isEqualTo("High water"));
    }

    @Test
    void anUntrustedCertificateIsRejected() {
        assertThat(fetch("/a").refusal().map(Refusal::reason)).contains(Reason.FETCH_FAILED);
    }

    @Test
    void aRedirectThatGivesUpEncryptionIsRejected() {
        trust();

        assertThat(fetch("/plain").refusal())
                .contains(new Refusal(Reason.BAD_ADDRESS, "it redirects from https to http"));
    }

    private void trust() {
        System.setProperty(TRUST, folder.resolve("keys.p12").toString());
        System.setProperty(TRUST_PASSWORD, new String(PASSWORD));
    }

    private FetchResult fetch(String path) {
        try (Fetcher fetcher = new Fetcher(AllowedHosts.of(List.of(host())), InstantSource.fixed(Instant.EPOCH))) {
            return fetcher.fetch(Request.of("https://" + host() + path, 1 << 20));
        }
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
