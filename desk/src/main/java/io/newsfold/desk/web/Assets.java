package io.newsfold.desk.web;

import io.newsfold.contract.Sha256;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Static files: the style sheet, the script, the descriptions of the interfaces, the schemas. The address of a style
 * sheet or script contains its digest, so that clients may cache it for ever.
 */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "yaml", "application/yaml",
            "json", "application/schema+json");

    private Assets() {}

    /** The address of the style sheet, the script or the icon, for pages. */
    public static String path(String name) {
        return "/assets/" + digest(name) + "/" + name;
    }

    private static String digest(String name) {
        return Sha256.hex(read(Assets.class, name).orElseThrow()).substring(0, 12);
    }

    static Optional<ResourceResponse> asset(String name) {
        return name.matches("[a-z]+\\.(css|js|svg)")
                ? file(Assets.class, name)
                        .map(file -> file.with("Cache-Control", "public, max-age=31536000, immutable"))
                : Optional.empty();
    }

    /** {@code openapi.yaml} or {@code asyncapi.yaml}. */
    static Optional<ResourceResponse> description(String name) {
        return file(Assets.class, name);
    }

    /** The JSON Schema of the records of a topic; {@code .schema.json} may follow its name. */
    static Optional<ResourceResponse> schema(String name) {
        String topic = name.replaceFirst("\\.schema\\.json$", "");
        return topic.matches("[a-z.]+") ? file(Topic.class, "schema/" + topic + ".schema.json") : Optional.empty();
    }

    private static Optional<ResourceResponse> file(Class<?> beside, String name) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ResourceResponse.PLAIN_TEXT);
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
