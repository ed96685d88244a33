package io.newsfold.ingest.web;

import io.newsfold.ingest.source.Delivery.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a fetch: an answer, or a refusal. */
public sealed interface FetchResult {
    /** The answer, where there is one. */
    default Optional<Answer> answer() {
        return Optional.empty();
    }

    /** Why there is none. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    /**
     * What a server said.
     *
     * @param address where it came from in the end, after redirects
     * @param status HTTP status; none that redirects
     * @param body decoded; empty where the status is no success
     * @param fetched when the body was complete
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
    record Answer(String address, int status, Headers headers, byte[] body, Instant fetched) implements FetchResult {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public Optional<Answer> answer() {
            return Optional.of(this);
        }
    }

    /**
     * The headers of an answer that anybody here asks for; null where it had none of that name.
     *
     * @param robotsTags each {@code X-Robots-Tag}
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

    /** Nothing was fetched. */
    record Refused(Refusal why) implements FetchResult {
        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(why);
        }
    }
}
