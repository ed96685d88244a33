package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.newsfold.contract.Json;
import io.newsfold.contract.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The user's list of entities: a CSV file with the columns {@code name}, {@code aliases} (with {@code |} between two),
 * {@code id} and {@code type}, or JSON Lines with these fields, {@code aliases} an array. An id like {@code Q585} is a
 * Wikidata id. The whole file is checked before any of it is used.
 *
 * @param entries in the order of the file
 * @param version the first twelve digits of the SHA-256 of the file
 */
public record UserGazetteer(List<GazetteerEntry> entries, String version) {
    private static final int VERSION_DIGITS = 12;
    private static final String NAME = "name";
    private static final String ALIASES = "aliases";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public UserGazetteer {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file, as CSV where its name ends in {@code .csv}.
     *
     * @throws InvalidGazetteerException where a line has no name, id or type, or a name means two entities; the message
     *     names the line
     */
    public static UserGazetteer read(Path file) throws IOException, InvalidGazetteerException {
        byte[] bytes = Files.readAllBytes(file);
        String version = Sha256.hex(bytes).substring(0, VERSION_DIGITS);
        String text = decode(file, bytes);
        boolean isCsv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        Map<String, KnownEntity> byName = new HashMap<>();
        List<GazetteerEntry> entries = new ArrayList<>();
        for (GazetteerLine line : isCsv ? readCsv(file, text) : readJsonLines(file, text)) {
            GazetteerEntry entry = line.entry(file, version);
            for (String name : entry.names()) {
                KnownEntity other = byName.put(name, entry.entity());
                if (other != null && !other.equals(entry.entity())) {
                    throw new InvalidGazetteerException(
                            "%s:%d: \"%s\" stands for %s already".formatted(file, line.number(), name, other.id()));
                }
            }
            entries.add(entry);
        }
        return new UserGazetteer(entries, version);
    }

    private static String decode(Path file, byte[] bytes) throws InvalidGazetteerException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidGazetteerException(file + " is not UTF-8", e);
        }
    }

    private static List<GazetteerLine> readCsv(Path file, String text) throws InvalidGazetteerException {
        String rows = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        List<GazetteerLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(rows)) {
            for (NamedCsvRecord row : csv) {
                lines.add(new GazetteerLine(
                        row.getStartingLineNumber(),
                        field(row, NAME).strip(),
                        List.of(field(row, ALIASES).split("\\|")),
                        field(row, ID).strip(),
                        field(row, TYPE).strip()));
            }
        } catch (IOException | CsvParseException e) {
            throw new InvalidGazetteerException(file + " is not CSV: " + e.getMessage(), e);
        }
        return lines;
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("");
    }

    private static List<GazetteerLine> readJsonLines(Path file, String text) throws InvalidGazetteerException {
        List<GazetteerLine> lines = new ArrayList<>();
        String[] rows = text.split("\\R");
        for (int i = 0; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                lines.add(readJson(file, i + 1, rows[i]));
            }
        }
        return lines;
    }

    private static GazetteerLine readJson(Path file, int number, String json) throws InvalidGazetteerException {
        ObjectReader reader = Json.reader(JsonNode.class);
        try {
            JsonNode row = reader.readTree(json.getBytes(UTF_8));
            List<String> aliases = StreamSupport.stream(row.path(ALIASES).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new GazetteerLine(number, strip(row, NAME), aliases, strip(row, ID), strip(row, TYPE));
        } catch (IOException e) {
            throw new InvalidGazetteerException("%s:%d is not JSON".formatted(file, number), e);
        }
    }

    private static String strip(JsonNode row, String field) {
        return row.path(field).asText().strip();
    }
}
