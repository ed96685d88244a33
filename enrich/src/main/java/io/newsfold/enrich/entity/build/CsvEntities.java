package io.newsfold.enrich.entity.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a CSV list as JSON lines; {@code aliases} and {@code relations} have {@code |} between two. */
final class CsvEntities {
    private static final Set<String> LISTS = Set.of("aliases", "relations");

    private CsvEntities() {}

    /**
     * The rows, read as they are asked for.
     *
     * @throws IOException if there are no columns {@code id} and {@code name}
     */
    static Iterable<byte[]> rows(String file, InputStream in) throws IOException {
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8));
        return () -> csv.stream().map(CsvEntities::json).iterator();
    }

    private static byte[] json(NamedCsvRecord row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, value) -> {
            String field = name.replace("\uFEFF", "").strip();
            if (!value.isBlank()) {
                fields.put(field, LISTS.contains(field) ? List.of(value.split("\\|")) : value.strip());
            }
        });
        return Json.text(fields).getBytes(UTF_8);
    }
}
