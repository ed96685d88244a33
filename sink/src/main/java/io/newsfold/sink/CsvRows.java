package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/** Rows as CSV by RFC 4180. A cell that a spreadsheet would take for a formula begins with a {@code '}. */
public final class CsvRows {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** Quotes cells with U+2028 as well, which some readers take for the end of a line. */
    private static final QuoteStrategy LINE_SEPARATORS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf('\u2028') >= 0;
        }
    };

    private final Writer text;
    private final CsvWriter csv;

    /** Rows in memory. */
    public CsvRows(List<String> columns) {
        this(new StringWriter(), columns);
    }

    /** @param out takes the rows as they are added; the caller closes it */
    public CsvRows(Writer out, List<String> columns) {
        text = out;
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(LINE_SEPARATORS)
                .bufferSize(0)
                .build(text);
        add(columns);
    }

    public void add(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvRows::safe).toList());
    }

    /** All rows in UTF-8, where they are in memory. */
    public byte[] bytes() {
        return text.toString().getBytes(UTF_8);
    }

    void flush() throws IOException {
        text.flush();
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
