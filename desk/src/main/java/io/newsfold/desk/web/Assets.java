package io.newsfold.desk.web;

import io.newsfold.contract.Sha256;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Files that are served as they are: style sheet, script, descriptions of the interfaces. Their addresses hold their digests, so that they may be kept. */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "yaml", "application/yaml",
            "json", "application/schema+json");

    private Assets() {}

    /** The address of the style sheet or the script, for pages. */
    public static String path(String name) {
        return "/assets/" + digest(name) + "/" + name;
    }

    private static String digest(String name) {
        return Sha256.hex(read(Assets.class, name).orElseThrow()).substring(0, 12);
    }

    static Optional<ResourceResponse> asset(String name) {
        return name.matches("[a-z]+\\.(css|js|svg)")
                ? answer(Assets.class, name).map(a -> a.with("Cache-Control", "public, max-age=31536000, immutable"))
                : Optional.empty();
    }

    /** {@code openapi.yaml} or {@code asyncapi.yaml}. */
    static Optional<ResourceResponse> description(String name) {
        return answer(Assets.class, name);
    }

    /** The JSON Schema of a topic's records. */
    static Optional<ResourceResponse> schema(String topic) {
        return topic.matches("[a-z.]+") ? answer(Topic.class, "schema/" + topic + ".schema.json") : Optional.empty();
    }

    private static Optional<ResourceResponse> answer(Class<?> beside, String name) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
        return read(beside, name).map(bytes -> new ResourceResponse(200, type, bytes, Map.of()));
    }

    private static Optional<byte[]> read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
