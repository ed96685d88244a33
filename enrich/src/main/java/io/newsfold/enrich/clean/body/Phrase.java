package io.newsfold.enrich.clean.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A phrase of boilerplate.
 *
 * @param reason to drop a block that has it
 * @param position where in a block it counts
 * @param pattern a regular expression for text in lower case
 * @param example a block that has it
 * @param counterExample a block that looks alike and does not have it; empty where none is needed
 */
record Phrase(DropReason reason, Position position, String pattern, String example, String counterExample) {
    private static final String RESOURCE = "phrases.tsv";
    private static final int LEAST_COLUMNS = 4;

    /** Where in a block a phrase counts. */
    enum Position {
        START,
        INSIDE
    }

    /** The phrases that are shipped, in the order of their file. */
    static List<Phrase> shipped() {
        try (InputStream file = Phrase.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no phrases: " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Phrase::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static Phrase parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < LEAST_COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": fewer than " + LEAST_COLUMNS + " columns: " + line);
        }
        return new Phrase(
                DropReason.valueOf(columns[0].toUpperCase(Locale.ROOT)),
                Position.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                columns[2],
                columns[3],
                columns.length > LEAST_COLUMNS ? columns[LEAST_COLUMNS] : "");
    }
}
