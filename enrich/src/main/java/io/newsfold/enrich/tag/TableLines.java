package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The lines of the tables beside this class, without blank ones and remarks. */
final class TableLines {
    private TableLines() {}

    /** @param resource the file; one that ends in {@code .gz} is unpacked */
    static void forEach(String resource, Consumer<String> action) {
        InputStream stream = Objects.requireNonNull(TableLines.class.getResourceAsStream(resource), resource);
        try (stream;
                InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                var in = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
