package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.sink.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes rows one by one, as CSV or JSON Lines, so that a list of any length takes no memory. */
final class RowStream<T> {
    private final RowFormat<T> format;
    private final boolean isCsv;

    private RowStream(RowFormat<T> format, boolean isCsv) {
        this.format = format;
        this.isCsv = isCsv;
    }

    /** @param representation CSV or JSON Lines */
    static <T> RowStream<T> of(RowFormat<T> format, Representation representation) {
        return new RowStream<>(format, representation == Representation.CSV);
    }

    /**
     * Writes all rows that {@code every} passes on.
     *
     * @throws IOException where the client is gone
     */
    void write(Consumer<Consumer<T>> every, OutputStream out) throws IOException {
        try {
            if (isCsv) {
                Writer text = new OutputStreamWriter(out, UTF_8);
                CsvRows csv = new CsvRows(text, format.columns());
                every.accept(row -> format.cells().apply(row).forEach(csv::add));
                text.flush();
            } else {
                every.accept(row -> writeLine(row, out));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeLine(T row, OutputStream out) {
        try {
            for (Object json : format.json().apply(row)) {
                out.write(Json.bytes(json));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
