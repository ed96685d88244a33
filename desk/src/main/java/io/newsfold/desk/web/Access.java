package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bucket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Reading is open to all that reach the port; what changes something asks for the token, where there is one, and never comes from a page of another site.
 * Thread-safe.
 */
public final class Access {
    private static final int MOST_CLIENTS = 10_000;
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /**
     * @param token null where none is asked for: then the port is open to this machine only
     * @param perMinute requests that change something, by client; 0 for any number
     */
    public Access(@Nullable String token, int perMinute) {
        this.token = token;
        this.perMinute = perMinute;
    }

    boolean asksToken() {
        return token != null;
    }

    /**
     * Why a request that changes something is refused; empty where it is not.
     *
     * @param client its address
     * @param inForm the token that a form gave, null where none
     */
    public Optional<ResourceResponse> refusal(HttpFields headers, String client, @Nullable String inForm) {
        if (isOfAnotherSite(headers)) {
            return Optional.of(ResourceResponse.problem(403, "a page of another site may not change anything here"));
        }
        if (token != null && !isToken(given(headers, inForm))) {
            return Optional.of(ResourceResponse.problem(401, "this needs the header Authorization: Bearer TOKEN")
                    .with("WWW-Authenticate", "Bearer"));
        }
        if (perMinute > 0 && !bucket(client).tryConsume(1)) {
            return Optional.of(ResourceResponse.problem(429, "more than " + perMinute + " requests a minute")
                    .with("Retry-After", "60"));
        }
        return Optional.empty();
    }

    /** Names under which this machine reaches itself: a name of another site that was made to lead here is none. */
    public static boolean isOurself(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return OURSELVES.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isOfAnotherSite(HttpFields headers) {
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

    private static String given(HttpFields headers, @Nullable String inForm) {
        String authorization = headers.get("Authorization");
        if (authorization != null && authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length()).strip();
        }
        return inForm == null ? "" : inForm;
    }

    /** Takes the same time whatever is given. */
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
