package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request.
 *
 * @param status of HTTP
 * @param type media type of the body, with its parameters
 * @param body may be empty
 * @param headers besides the content type and those of every response
 * @param rest writes what follows the body, however long it is; null where nothing does
 */
@SuppressWarnings("ArrayRecordComponent") // sent at once, never compared
public record ResourceResponse(
        int status,
        String type,
        byte[] body,
        Map<String, String> headers,
        @Nullable BodyWriter rest) {
    static final String PLAIN_TEXT = "text/plain; charset=utf-8";

    /** A problem by RFC 9457. */
    private record Problem(int status, String title) {}

    /** Writes a body in pieces. */
    @FunctionalInterface
    public interface BodyWriter {
        /** @throws IOException where the client is gone */
        void writeTo(OutputStream out) throws IOException;
    }

    public ResourceResponse {
        headers = Map.copyOf(headers);
    }

    ResourceResponse(int status, String type, byte[] body, Map<String, String> headers) {
        this(status, type, body, headers, null);
    }

    static ResourceResponse streamed(Representation representation, BodyWriter rest) {
        return new ResourceResponse(200, representation.type(), new byte[0], Map.of(), rest);
    }

    static ResourceResponse ok(Representation representation, byte[] body) {
        return new ResourceResponse(200, representation.type(), body, Map.of());
    }

    static ResourceResponse json(int status, Object value) {
        return new ResourceResponse(status, Representation.JSON.type(), Json.bytes(value), Map.of());
    }

    /** @param sentence why the request was not answered */
    static ResourceResponse problem(int status, String sentence) {
        return new ResourceResponse(
                status, "application/problem+json", Json.bytes(new Problem(status, sentence)), Map.of());
    }

    static ResourceResponse redirect(int status, String address) {
        return new ResourceResponse(status, PLAIN_TEXT, address.getBytes(UTF_8), Map.of("Location", address));
    }

    ResourceResponse with(String header, String value) {
        TreeMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ResourceResponse(status, type, body, more, rest);
    }
}
