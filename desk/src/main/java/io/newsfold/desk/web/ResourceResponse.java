package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import java.util.Map;

/**
 * What is answered to a request.
 *
 * @param headers besides the content type and those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // sent at once, never compared
public record ResourceResponse(int status, String type, byte[] body, Map<String, String> headers) {
    /** A problem by RFC 9457, as its JSON. */
    private record Problem(int status, String title) {}

    static ResourceResponse ok(Representation shape, byte[] body) {
        return new ResourceResponse(200, shape.type(), body, Map.of());
    }

    static ResourceResponse json(int status, Object value) {
        return new ResourceResponse(status, Representation.JSON.type(), Json.bytes(value), Map.of());
    }

    /** Says in one sentence why not. */
    static ResourceResponse problem(int status, String sentence) {
        return new ResourceResponse(
                status, "application/problem+json", Json.bytes(new Problem(status, sentence)), Map.of());
    }

    static ResourceResponse movedTo(int status, String path) {
        return new ResourceResponse(
                status, "text/plain; charset=utf-8", path.getBytes(UTF_8), Map.of("Location", path));
    }

    ResourceResponse with(String header, String value) {
        java.util.TreeMap<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new ResourceResponse(status, type, body, more);
    }
}
