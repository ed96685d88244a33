package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Answer;
import io.newsfold.ingest.web.FetchResult.Headers;
import io.newsfold.ingest.web.FetchResult.Refused;
import io.newsfold.ingest.web.WebAddress.Unfit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses that strangers wrote, and reaches nothing but the public internet: each address that a name has is checked, and only those are connected
 * to; each redirect is an address like any other. No proxy, no cookies, a connection for each request. Thread-safe; the caller closes it.
 */
public final class Fetcher implements FetchClient, AutoCloseable {
    /** Who asks. */
    public static final String USER_AGENT = "Newsfold/0.1 (+https://newsfold.example/bot)";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AllowedHosts allowed;
    private final InstantSource clock;
    private final Duration wall;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    });

    /** The host of a connection leads where nothing is fetched from. */
    private static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }

    /** Checks addresses in the look-up that the connection is made from. */
    private record CheckedNames(NetworkAccess internet, AllowedHosts allowed) implements DnsResolver {
        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            List<InetAddress> addresses = internet.addresses(host);
            if (!allowed.include(host, port) && !allowed.include("[" + host + "]", port)) {
                for (InetAddress address : addresses) {
                    if (!PublicAddress.is(address)) {
                        throw new Forbidden(host + " is in a private network");
                    }
                }
            }
            return addresses.stream().map(a -> new InetSocketAddress(a, port)).toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** @param allowed hosts of a private network */
    public Fetcher(AllowedHosts allowed, InstantSource clock) {
        this(allowed, clock, Duration.ofSeconds(Limits.FETCH_SECONDS), NetworkAccess.direct());
    }

    /** @param wall time for a fetch in all */
    Fetcher(AllowedHosts allowed, InstantSource clock, Duration wall, NetworkAccess internet) {
        this.allowed = allowed;
        this.clock = clock;
        this.wall = wall;
        this.client = client(new CheckedNames(internet, allowed), internet, wall);
    }

    private static CloseableHttpClient client(DnsResolver names, NetworkAccess internet, Duration wall) {
        TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
        var operator = new DefaultHttpClientConnectionOperator(
                proxy -> internet.socket(),
                null,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build());
        var connections = new PoolingHttpClientConnectionManager(
                operator, PoolConcurrencyPolicy.LAX, PoolReusePolicy.LIFO, TimeValue.ofSeconds(1), null);
        Timeout connect = Timeout.ofMilliseconds(Math.min(Limits.CONNECT_SECONDS * 1_000L, wall.toMillis()));
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(wall))
                .build());
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Waits for the answer, but never longer than a fetch may take. */
    @Override
    public FetchResult fetch(Request request) {
        AtomicReference<@Nullable HttpGet> current = new AtomicReference<>();
        Future<FetchResult> answer = threads.submit(() -> follow(request, current));
        try {
            return answer.get(wall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancel(answer, current);
            return refused(Reason.FETCH_FAILED, "it was not there within " + words(wall));
        } catch (InterruptedException e) {
            cancel(answer, current);
            Thread.currentThread().interrupt();
            return refused(Reason.FETCH_FAILED, "the fetch was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching " + request.address(), e.getCause());
        }
    }

    private static void cancel(Future<FetchResult> answer, AtomicReference<@Nullable HttpGet> current) {
        answer.cancel(true);
        HttpGet get = current.get();
        if (get != null) {
            get.cancel();
        }
    }

    private static String words(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private FetchResult follow(Request request, AtomicReference<@Nullable HttpGet> current) {
        try {
            WebAddress address = WebAddress.of(request.address(), allowed);
            for (int hop = 0; hop <= Limits.REDIRECTS; hop++) {
                HttpGet get = get(address, request);
                current.set(get);
                try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(get), get, null)) {
                    try {
                        Header location = response.getFirstHeader("Location");
                        if (!REDIRECTS.contains(response.getCode()) || location == null) {
                            return answer(address, response, request.most());
                        }
                        address = address.redirected(location.getValue(), allowed);
                    } finally {
                        get.cancel(); // before the answer is closed: that reads to its end, and there may be none
                    }
                }
            }
            return refused(Reason.FETCH_FAILED, "more than " + Limits.REDIRECTS + " redirects");
        } catch (Unfit e) {
            return new Refused(e.refusal());
        } catch (Forbidden e) {
            return refused(Reason.PRIVATE_ADDRESS, sentence(e));
        } catch (UnknownHostException e) {
            return refused(Reason.FETCH_FAILED, "there is no host of that name");
        } catch (BoundedBody.TooLarge e) {
            return refused(Reason.TOO_LARGE, sentence(e));
        } catch (IOException | HttpException e) {
            return refused(Reason.FETCH_FAILED, "no answer: " + sentence(e));
        }
    }

    private static HttpGet get(WebAddress address, Request request) {
        HttpGet get = new HttpGet(address.uri());
        get.setHeader("Accept-Encoding", "gzip");
        if (request.etag() != null) {
            get.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader("If-Modified-Since", request.lastModified());
        }
        return get;
    }

    private Answer answer(WebAddress address, ClassicHttpResponse response, int most) throws IOException {
        boolean success = response.getCode() >= 200 && response.getCode() < 300;
        byte[] body = success ? body(response, most) : new byte[0];
        return new Answer(address.toString(), response.getCode(), headers(response), body, clock.instant());
    }

    private static byte[] body(ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        String encoding = entity.getContentEncoding() == null
                ? "identity"
                : entity.getContentEncoding().toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.equals("identity")) {
            throw new IOException("encoded as " + encoding + ", which was not asked for");
        }
        return BoundedBody.read(entity.getContent(), gzip, most);
    }

    private static Headers headers(ClassicHttpResponse response) {
        return new Headers(
                value(response, "Content-Type"),
                value(response, "ETag"),
                value(response, "Last-Modified"),
                value(response, "Cache-Control"),
                value(response, "Retry-After"),
                Stream.of(response.getHeaders("X-Robots-Tag"))
                        .map(Header::getValue)
                        .toList(),
                value(response, "tdm-reservation"));
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static Refused refused(Reason reason, String message) {
        return new Refused(new Refusal(reason, message));
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
