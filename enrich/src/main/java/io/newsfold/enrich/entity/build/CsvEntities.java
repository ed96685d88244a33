package io.newsfold.enrich.entity.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.newsfold.contract.Json;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a CSV list as JSON lines; {@code aliases} and {@code relations} have {@code |} between two. */
final class CsvEntities {
    private static final Set<String> LISTS = Set.of("aliases", "relations");

    private CsvEntities() {}

    /** The rows, read as they are asked for; one without an id or a name is none when it is read. */
    static Iterable<byte[]> rows(InputStream in) {
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8));
        return () -> csv.stream().map(CsvEntities::json).iterator();
    }

    private static byte[] json(NamedCsvRecord row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, value) -> {
            String field = name.replace("\uFEFF", "").strip();
            if (!value.isBlank()) {
                fields.put(
                        field,
                        LISTS.contains(field)
                                ? Stream.of(value.split("\\|"))
                                        .map(String::strip)
                                        .toList()
                                : value.strip());
            }
        });
        return Json.text(fields).getBytes(UTF_8);
    }
}
