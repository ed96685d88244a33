package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The manifest of a history: one line for each file, with its content. It is derived from the files, and rebuilt where
 * it does not fit them.
 */
final class HistoryManifest {
    private final Path file;
    private final Path history;
    private final RowType type;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /**
     * One file.
     *
     * @param file path relative to the topic's folder of the history
     * @param partition partition of its range
     * @param first first offset of its range
     * @param next offset after the last of its range
     * @param rows number of rows
     * @param bytes size of the file
     * @param sha256 digest of its bytes, in hex
     */
    record Entry(String file, int partition, long first, long next, long rows, long bytes, String sha256) {}

    HistoryManifest(OutputPaths paths, RowType type) {
        this.file = paths.manifest(type);
        this.history = paths.history(type);
        this.type = type;
    }

    /** Reads the manifest, and rebuilds the entries that do not fit these files. */
    void recover(List<HistoryFile> files) throws IOException {
        Map<String, Entry> known = read();
        entries.clear();
        for (HistoryFile one : files) {
            Entry entry = known.get(one.path());
            entries.put(one.path(), entry == null ? entry(one) : entry);
        }
        if (!entries.equals(known) || !Files.exists(file)) {
            DurableFiles.replace(file, entries.values().stream().map(Json::text).toList());
        }
    }

    /** The entries by file; an incomplete line is left out. */
    Map<String, Entry> read() throws IOException {
        TreeMap<String, Entry> known = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            try {
                Entry entry = Json.read(line.getBytes(UTF_8), Entry.class);
                known.put(entry.file(), entry);
            } catch (UncheckedIOException e) {
                known.remove(line); // cut off by a kill: recover reads the file instead
            }
        }
        return known;
    }

    /** Adds committed files. */
    void add(List<HistoryFile> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (HistoryFile one : files) {
            Entry entry = entry(one);
            if (entries.put(one.path(), entry) == null) {
                lines.add(Json.text(entry));
            }
        }
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Reads a file to make its entry. */
    Entry entry(HistoryFile one) throws IOException {
        Path path = history.resolve(one.path());
        long rows = 0;
        try (RowReader reader = one.format().read(path, type)) {
            while (reader.next() != null) {
                rows++;
            }
        }
        return new Entry(
                one.path(),
                one.partition(),
                one.first(),
                one.next(),
                rows,
                Files.size(path),
                Sha256.hex(Files.readAllBytes(path)));
    }
}
