package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The mappings of {@code mappings.json}: those of single exporters, and the general one for all others. */
public final class KnownMappings {
    private static final List<FieldMapping> ALL = read();

    private KnownMappings() {}

    private static List<FieldMapping> read() {
        try (InputStream in = Objects.requireNonNull(KnownMappings.class.getResourceAsStream("mappings.json"))) {
            JsonNode declared = Json.reader(JsonNode.class).readTree(in);
            return StreamSupport.stream(declared.spliterator(), false)
                    .map(FieldMapping::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("mappings.json cannot be read", e);
        }
    }

    /** All, in the order in which they are tried; the last is the general one. */
    public static List<FieldMapping> all() {
        return ALL;
    }

    /** Holds for every object, after the mapping of its exporter. */
    static FieldMapping general() {
        return ALL.get(ALL.size() - 1);
    }

    static FieldMapping of(ObjectFields fields) {
        return ALL.stream().filter(m -> m.matches(fields)).findFirst().orElse(general());
    }
}
