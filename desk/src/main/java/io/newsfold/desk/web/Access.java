package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bucket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * The access rules. Everyone who reaches the port may read. A request that changes something needs the token, where one
 * is configured, and is refused where it comes from a page of another site. Thread-safe.
 */
public final class Access {
    private static final int MAX_CLIENTS = 10_000;
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CLIENTS;
        }
    };

    /**
     * @param token null where none is needed: then the port is open to this machine only
     * @param perMinute limit of requests that change something, by client; 0 for no limit
     */
    public Access(@Nullable String token, int perMinute) {
        this.token = token;
        this.perMinute = perMinute;
    }

    boolean needsToken() {
        return token != null;
    }

    /**
     * The refusal of a request that changes something; empty where it is allowed.
     *
     * @param client address of the client
     * @param formToken the token of a form; null where it has none
     */
    public Optional<ResourceResponse> refusal(HttpFields headers, String client, @Nullable String formToken) {
        if (isCrossSite(headers)) {
            return Optional.of(ResourceResponse.problem(403, "a page of another site may not change anything here"));
        }
        if (token != null && !isToken(token(headers, formToken))) {
            return Optional.of(ResourceResponse.problem(401, "this needs the header Authorization: Bearer TOKEN")
                    .with("WWW-Authenticate", "Bearer"));
        }
        if (perMinute > 0 && !bucket(client).tryConsume(1)) {
            return Optional.of(ResourceResponse.problem(429, "more than " + perMinute + " requests a minute")
                    .with("Retry-After", "60"));
        }
        return Optional.empty();
    }

    /** Whether a host is a loopback name. The name of another site whose DNS record points here is none. */
    public static boolean isThisMachine(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return LOOPBACK_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isCrossSite(HttpFields headers) {
        String site = headers.get("Sec-Fetch-Site");
        String origin = headers.get("Origin");
        if (site != null) {
            return !Set.of("same-origin", "none").contains(site);
        }
        return origin != null && !host(origin).equals(headers.get("Host"));
    }

    private static String host(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String token(HttpFields headers, @Nullable String formToken) {
        String authorization = headers.get("Authorization");
        if (authorization != null && authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length()).strip();
        }
        return formToken == null ? "" : formToken;
    }

    /** Compares in constant time. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(String.valueOf(token).getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private Bucket bucket(String client) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    client,
                    c -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
