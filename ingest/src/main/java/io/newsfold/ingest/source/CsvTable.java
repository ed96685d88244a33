package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.ArticleReader;
import io.newsfold.text.article.FieldMapping;
import io.newsfold.text.charset.ByteDecoder;
import io.newsfold.text.charset.FlaggedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of articles with a row of names: comma, semicolon, tab or bar between the cells, quotation marks where a cell
 * has them or lines of its own. A row becomes an object with the names of its columns.
 */
final class CsvTable {
    private static final String SEPARATORS = ",;\t|";
    private static final int MOST_COLUMNS = 1_000;

    private final String name;
    private final Source source;
    private final Instant fetched;
    private final FieldMapping asked;

    /** Opens the bytes of a table. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * A table that has not been read yet.
     *
     * @param name of the file, or of who sent it
     * @param source opened once, and closed
     * @param fetched when the table was fetched; its rows count as fetched in their order
     * @param asked where a user says that fields stand
     */
    CsvTable(String name, Source source, Instant fetched, FieldMapping asked) {
        this.name = name;
        this.source = source;
        this.fetched = fetched;
        this.asked = asked;
    }

    static boolean is(InputFile file) {
        String name = file.plainName();
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
    }

    /** Gives each article to {@code receiver}. */
    void read(Consumer<Delivery> receiver) {
        long line = 1;
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(Limits.FEED_BYTES + 1);
            FlaggedText text = ByteDecoder.decode(start, null);
            boolean whole = start.length <= Limits.FEED_BYTES;
            CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                    .fieldSeparator(separator(text.text()))
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
            CsvRecordHandler handler = CsvRecordHandler.builder()
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(2 * Limits.BODY_BYTES)
                    .maxRecordSize(4 * Limits.BODY_BYTES)
                    .build();
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), in);
            try (CsvReader<CsvRecord> rows = whole
                    ? builder.build(handler, text.text())
                    : builder.detectBomHeader(true).build(handler, all, UTF_8)) {
                Rows target = new Rows(whole ? text.flags() : Set.of(), receiver);
                for (Iterator<CsvRecord> i = rows.iterator(); i.hasNext() && target.goesOn(); ) {
                    CsvRecord row = i.next();
                    line = row.getStartingLineNumber();
                    target.add(row);
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            receiver.accept(
                    refused(line, Reason.UNREADABLE, "the rows after this one cannot be read: " + cause.getMessage()));
        }
    }

    /** The separator that the row of names has most of, outside of quotation marks. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && i > 0) {
                break;
            }
            int separator = quoted ? -1 : SEPARATORS.indexOf(c);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private Delivery refused(long line, Reason reason, String message) {
        return Delivery.refused(About.of(fetched, name + ":" + line, null), reason, message);
    }

    /** Makes deliveries of the rows after the first. */
    private final class Rows {
        private final Set<Flag> flags;
        private final Consumer<Delivery> receiver;
        private @Nullable List<String> names;
        private boolean fits = true;
        private long count;

        Rows(Set<Flag> flags, Consumer<Delivery> receiver) {
            this.flags = flags;
            this.receiver = receiver;
        }

        /** Whether the names are such that rows can be articles. */
        boolean goesOn() {
            return fits;
        }

        void add(CsvRecord row) {
            List<String> columns = names;
            if (columns == null) {
                names = row.getFields().stream().map(String::strip).toList();
                return;
            }
            count++;
            long line = row.getStartingLineNumber();
            long extra = row.getFields().stream()
                    .skip(columns.size())
                    .filter(cell -> !cell.isBlank())
                    .count();
            if (extra > 0) {
                receiver.accept(refused(
                        line, Reason.SCHEMA, cells(row, columns) + ": a separator or a quotation mark is wrong"));
                return;
            }
            if (row.getFieldCount() < columns.size()) {
                receiver.accept(refused(
                        line, Reason.SCHEMA, cells(row, columns) + ": it is cut off, or a separator is missing"));
                return;
            }
            ObjectNode article = object(columns, row);
            String refusal = ArticleReader.read(article, asked).refusal();
            if (count == 1 && refusal != null && !namesAnArticle(columns)) {
                fits = false;
                String why = "none of its rows is read, because the first names no column of an article: " + refusal;
                receiver.accept(refused(line, Reason.SCHEMA, why));
                return;
            }
            deliver(line, article);
        }

        private static String cells(CsvRecord row, List<String> columns) {
            return "the row has " + row.getFieldCount() + " cells for " + columns.size() + " columns";
        }

        private void deliver(long line, ObjectNode article) {
            byte[] bytes = Json.bytes(article);
            String origin = name + ":" + line;
            Instant time = fetched.plus(count, ChronoUnit.MICROS);
            Delivery delivery = new ArticleJson(origin, bytes, Optional.of(article), time, name).delivery(asked);
            for (Flag flag : flags) {
                delivery = delivery.flagged(flag.code());
            }
            boolean damaged = flags.isEmpty() && new String(bytes, UTF_8).indexOf('\uFFFD') >= 0;
            receiver.accept(damaged ? delivery.flagged(Flag.INVALID_UTF8.code()) : delivery);
        }

        private ObjectNode object(List<String> columns, CsvRecord row) {
            ObjectNode article = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
                String cell = row.getField(i);
                if (!cell.isBlank() && !columns.get(i).isEmpty()) {
                    article.set(columns.get(i), value(cell));
                }
            }
            return article;
        }

        /** The text of a cell, or the list or object that some exporters write into one. */
        private static JsonNode value(String cell) {
            boolean json = cell.startsWith("[") && cell.endsWith("]") || cell.startsWith("{") && cell.endsWith("}");
            Optional<JsonNode> value = json ? ArticleJson.parse(cell.getBytes(UTF_8)) : Optional.empty();
            return value.filter(JsonNode::isContainerNode).orElseGet(() -> TextNode.valueOf(cell));
        }

        /** Whether an object with these names has a headline or a text. */
        private boolean namesAnArticle(List<String> columns) {
            ObjectNode probe = JsonNodeFactory.instance.objectNode();
            columns.forEach(name -> probe.put(name, "probe"));
            return ArticleReader.read(probe, asked).refusal() == null;
        }
    }
}
