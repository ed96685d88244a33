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
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    /** A problem by RFC 9457, as its JSON. */
    private record Problem(int status, String title) {}

    static Answer ok(Shape shape, byte[] body) {
        return new Answer(200, shape.type(), body, Map.of());
    }

    static Answer json(int status, Object value) {
        return new Answer(status, Shape.JSON.type(), Json.bytes(value), Map.of());
    }

    /** Says in one sentence why not. */
    static Answer problem(int status, String sentence) {
        return new Answer(status, "application/problem+json", Json.bytes(new Problem(status, sentence)), Map.of());
    }

    static Answer movedTo(int status, String path) {
        return new Answer(status, "text/plain; charset=utf-8", path.getBytes(UTF_8), Map.of("Location", path));
    }

    Answer with(String header, String value) {
        java.util.TreeMap<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }
}
