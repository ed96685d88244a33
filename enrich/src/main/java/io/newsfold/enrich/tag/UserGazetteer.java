package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.contract.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The user's own list of things: a CSV file with the columns {@code name}, {@code aliases} ({@code |} between), {@code id} and {@code type}, or JSON Lines
 * with these fields, {@code aliases} an array. A {@code Q…} as id is a Wikidata id. Checked whole before it is used.
 *
 * @param version the first twelve digits of the SHA-256 of the file
 */
public record UserGazetteer(List<Entry> entries, String version) {
    private static final int VERSION_DIGITS = 12;

    public UserGazetteer {
        entries = List.copyOf(entries);
    }

    /** A thing and all its names. */
    record Entry(KnownEntity known, List<String> names) {}

    /**
     * Reads a list.
     *
     * @throws InvalidGazetteer where a line lacks a name, an id or a type, or a name stands for two things; the message says which line
     */
    public static UserGazetteer read(Path file) throws IOException, InvalidGazetteer {
        byte[] bytes = Files.readAllBytes(file);
        String version = Sha256.hex(bytes).substring(0, VERSION_DIGITS);
        String text = decode(file, bytes);
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        Map<String, Entry> byName = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Line line : csv ? csv(file, text) : json(file, text)) {
            Entry entry = line.entry(file, version);
            for (String name : entry.names) {
                Entry other = byName.put(name, entry);
                if (other != null && !other.known.equals(entry.known)) {
                    throw new InvalidGazetteer(
                            "%s:%d: \"%s\" stands for %s already".formatted(file, line.number, name, other.known.id()));
                }
            }
            entries.add(entry);
        }
        return new UserGazetteer(entries, version);
    }

    private static String decode(Path file, byte[] bytes) throws InvalidGazetteer {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidGazetteer(file + " is not UTF-8", e);
        }
    }

    private record Line(long number, String name, List<String> aliases, String id, String type) {
        Entry entry(Path file, String version) throws InvalidGazetteer {
            if (name.isBlank() || id.isBlank()) {
                throw new InvalidGazetteer("%s:%d: a name and an id are needed".formatted(file, number));
            }
            EntityType kind = Arrays.stream(EntityType.values())
                    .filter(t -> t.isNamed() && t.name().equalsIgnoreCase(type))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidGazetteer("%s:%d: there is no type \"%s\"".formatted(file, number, type)));
            String wikidata = id.matches("Q[1-9]\\d*") ? id : null;
            List<String> names = Stream.concat(Stream.of(name), aliases.stream())
                    .map(n -> n.strip().replaceAll("\\s+", " "))
                    .filter(n -> !n.isEmpty())
                    .distinct()
                    .toList();
            return new Entry(new KnownEntity(id, kind, name, wikidata, List.of(), true, version), names);
        }
    }

    private static List<Line> csv(Path file, String text) throws InvalidGazetteer {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (NamedCsvRecord row : csv) {
                lines.add(new Line(
                        row.getStartingLineNumber(),
                        row.findField("name").orElse("").strip(),
                        List.of(row.findField("aliases").orElse("").split("\\|")),
                        row.findField("id").orElse("").strip(),
                        row.findField("type").orElse("").strip()));
            }
        } catch (IOException | CsvParseException e) {
            throw new InvalidGazetteer(file + " is not CSV: " + e.getMessage(), e);
        }
        return lines;
    }

    private static List<Line> json(Path file, String text) throws InvalidGazetteer {
        List<Line> lines = new ArrayList<>();
        String[] rows = text.split("\\R");
        for (int i = 0; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                try {
                    JsonNode row = Json.reader(JsonNode.class).readTree(rows[i].getBytes(UTF_8));
                    List<String> aliases = StreamSupport.stream(
                                    row.path("aliases").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList();
                    lines.add(new Line(
                            i + 1,
                            row.path("name").asText().strip(),
                            aliases,
                            row.path("id").asText().strip(),
                            row.path("type").asText().strip()));
                } catch (IOException e) {
                    throw new InvalidGazetteer("%s:%d is not JSON".formatted(file, i + 1), e);
                }
            }
        }
        return lines;
    }

    /** A list that cannot be used; the message is for the user. */
    public static final class InvalidGazetteer extends Exception {
        private static final long serialVersionUID = 1;

        InvalidGazetteer(String message) {
            super(message);
        }

        InvalidGazetteer(String message, Exception cause) {
            super(message, cause);
        }
    }
}
