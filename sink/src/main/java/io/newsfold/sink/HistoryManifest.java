package io.newsfold.sink;

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

/** What is in the files of a history, one line each: derived from the files, and made again where it does not fit them. */
final class HistoryManifest {
    private final Path file;
    private final Path history;
    private final RowType type;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /**
     * One file.
     *
     * @param file path below the topic's folder of the history
     * @param first first offset of its range
     * @param next offset after the last of its range
     * @param sha256 of its bytes
     */
    record Entry(String file, int partition, long first, long next, long rows, long bytes, String sha256) {}

    HistoryManifest(Path out, RowType type) {
        this.file = out.resolve("manifest").resolve(type.folder() + ".jsonl");
        this.history = out.resolve("history").resolve(type.folder());
        this.type = type;
    }

    /** Reads it, and brings it into line with the files that are there. */
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

    /** What it says, by file; a line that was cut off is left out. */
    Map<String, Entry> read() throws IOException {
        TreeMap<String, Entry> known = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            try {
                Entry entry = Json.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), Entry.class);
                known.put(entry.file(), entry);
            } catch (UncheckedIOException e) {
                known.remove(line); // cut off by a kill: the file itself will be asked
            }
        }
        return known;
    }

    /** Adds files that have been committed. */
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

    /** Reads a file for what is to be said of it. */
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
