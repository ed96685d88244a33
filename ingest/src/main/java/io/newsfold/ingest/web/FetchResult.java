package io.newsfold.ingest.web;

import io.newsfold.ingest.source.Delivery.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of a fetch: a response, or a failure. */
public sealed interface FetchResult {
    /** The response, where there is one. */
    default Optional<Response> response() {
        return Optional.empty();
    }

    /** Why there is no response. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    /**
     * The response of a server.
     *
     * @param address where it came from in the end, after redirects
     * @param status HTTP status; never a redirect that can be followed
     * @param headers the headers that are used here
     * @param body decoded; empty where the status is not 200 to 299
     * @param fetched when the body was complete
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
    record Response(String address, int status, Headers headers, byte[] body, Instant fetched) implements FetchResult {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public Optional<Response> response() {
            return Optional.of(this);
        }
    }

    /**
     * Headers of a response; null where the response has no header of that name.
     *
     * @param contentType {@code Content-Type}
     * @param etag {@code ETag}
     * @param lastModified {@code Last-Modified}
     * @param cacheControl {@code Cache-Control}
     * @param retryAfter {@code Retry-After}
     * @param robotsTags each {@code X-Robots-Tag}
     * @param tdmReservation {@code tdm-reservation}
     */
    record Headers(
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String cacheControl,
            @Nullable String retryAfter,
            List<String> robotsTags,
            @Nullable String tdmReservation) {
        public Headers {
            robotsTags = List.copyOf(robotsTags);
        }
    }

    /**
     * Nothing was fetched.
     *
     * @param why reason and message of the rejection that follows
     */
    record Failed(Refusal why) implements FetchResult {
        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(why);
        }
    }
}
