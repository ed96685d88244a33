package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Failed;
import io.newsfold.ingest.web.FetchResult.Headers;
import io.newsfold.ingest.web.FetchResult.Response;
import io.newsfold.ingest.web.WebAddress.InvalidAddressException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
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
 * Fetches untrusted addresses, and connects to the public internet only: each IP address of a host name is checked in
 * the look-up from which the connection is made, and each redirect is checked like any other address. No proxy, no
 * cookies, one connection for each request. Thread-safe; the caller closes it.
 */
public final class Fetcher implements FetchClient, AutoCloseable {
    /** The {@code User-Agent} of all requests. */
    public static final String USER_AGENT = "Newsfold/0.1 (+https://newsfold.example/bot)";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final String CIRCLE = "it redirects in a circle, as a site does that wants a cookie accepted first";

    private final AllowedHosts allowed;
    private final InstantSource clock;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    });

    /** The host of a connection is in a private network. */
    private static final class PrivateHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateHostException(String message) {
            super(message);
        }
    }

    /** Resolves names to public addresses only, in the look-up from which the connection is made. */
    private record PublicHostResolver(NetworkAccess network, AllowedHosts allowed) implements DnsResolver {
        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            List<InetAddress> addresses = network.addresses(host);
            if (!allowed.include(host, port) && !allowed.include("[" + host + "]", port)) {
                for (InetAddress address : addresses) {
                    if (!PublicAddress.is(address)) {
                        throw new PrivateHostException(host + " is in a private network");
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

    /** @param allowed hosts of a private network that may be fetched from */
    public Fetcher(AllowedHosts allowed, InstantSource clock) {
        this(allowed, clock, Duration.ofSeconds(Limits.FETCH_SECONDS));
    }

    /**
     * @param allowed hosts of a private network that may be fetched from
     * @param timeout for a whole fetch, redirects included
     */
    public Fetcher(AllowedHosts allowed, InstantSource clock, Duration timeout) {
        this(allowed, clock, timeout, NetworkAccess.direct());
    }

    /** @param timeout for a whole fetch, redirects included */
    Fetcher(AllowedHosts allowed, InstantSource clock, Duration timeout, NetworkAccess network) {
        this.allowed = allowed;
        this.clock = clock;
        this.timeout = timeout;
        this.client = client(new PublicHostResolver(network, allowed), network, timeout);
    }

    private static CloseableHttpClient client(DnsResolver resolver, NetworkAccess network, Duration timeout) {
        TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
        var operator = new DefaultHttpClientConnectionOperator(
                proxy -> network.socket(),
                null,
                resolver,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build());
        var connections = new PoolingHttpClientConnectionManager(
                operator, PoolConcurrencyPolicy.LAX, PoolReusePolicy.LIFO, TimeValue.ofSeconds(1), null);
        Timeout connect = Timeout.ofMilliseconds(Math.min(Limits.CONNECT_SECONDS * 1_000L, timeout.toMillis()));
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(timeout))
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

    /** Returns within the timeout, whatever the server does. */
    @Override
    public FetchResult fetch(Request request) {
        AtomicReference<@Nullable HttpGet> current = new AtomicReference<>();
        Future<FetchResult> result = threads.submit(() -> follow(request, current));
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancel(result, current);
            return tooSlow();
        } catch (InterruptedException e) {
            cancel(result, current);
            Thread.currentThread().interrupt();
            return failed(Reason.FETCH_FAILED, "the fetch was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching " + request.address(), e.getCause());
        }
    }

    private static void cancel(Future<FetchResult> result, AtomicReference<@Nullable HttpGet> current) {
        result.cancel(true);
        HttpGet get = current.get();
        if (get != null) {
            get.cancel();
        }
    }

    private static String text(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private FetchResult follow(Request request, AtomicReference<@Nullable HttpGet> current) {
        try {
            WebAddress address = WebAddress.of(request.address(), allowed);
            Set<WebAddress> seen = new HashSet<>();
            for (int hop = 0; hop <= Limits.REDIRECTS; hop++) {
                HttpGet get = get(address, request);
                current.set(get);
                try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(get), get, null)) {
                    try {
                        Header location = response.getFirstHeader("Location");
                        if (!REDIRECTS.contains(response.getCode()) || location == null) {
                            return response(address, response, request.maxBytes());
                        }
                        seen.add(address);
                        address = address.redirected(location.getValue(), allowed);
                        if (seen.contains(address)) {
                            return failed(Reason.FETCH_FAILED, CIRCLE);
                        }
                    } finally {
                        get.cancel(); // before the response is closed, which reads to its end; there may be none
                    }
                }
            }
            return failed(Reason.FETCH_FAILED, "more than " + Limits.REDIRECTS + " redirects");
        } catch (InvalidAddressException e) {
            return new Failed(e.refusal());
        } catch (PrivateHostException e) {
            return failed(Reason.PRIVATE_ADDRESS, sentence(e));
        } catch (UnknownHostException e) {
            return failed(Reason.FETCH_FAILED, "there is no host of that name");
        } catch (BoundedBody.TooLargeException e) {
            return failed(Reason.TOO_LARGE, sentence(e));
        } catch (SocketTimeoutException e) {
            return tooSlow(); // the limit of a single read can be the first to be noticed
        } catch (IOException | HttpException e) {
            return failed(Reason.FETCH_FAILED, "no response: " + sentence(e));
        }
    }

    private FetchResult tooSlow() {
        return failed(Reason.FETCH_FAILED, "no response within " + text(timeout));
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

    private Response response(WebAddress address, ClassicHttpResponse response, int maxBytes) throws IOException {
        boolean success = response.getCode() >= 200 && response.getCode() < 300;
        byte[] body = success ? body(response, maxBytes) : new byte[0];
        return new Response(address.toString(), response.getCode(), headers(response), body, clock.instant());
    }

    private static byte[] body(ClassicHttpResponse response, int maxBytes) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        String encoding = entity.getContentEncoding() == null
                ? "identity"
                : entity.getContentEncoding().toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.equals("identity")) {
            throw new IOException("encoded as " + encoding + ", which was not requested");
        }
        return BoundedBody.read(entity.getContent(), gzip, maxBytes);
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

    private static Failed failed(Reason reason, String message) {
        return new Failed(new Refusal(reason, message));
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
