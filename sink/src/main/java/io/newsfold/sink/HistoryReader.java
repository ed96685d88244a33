package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Reads the history of a topic back, in the order of partitions and offsets. */
final class HistoryReader {
    private final Path out;
    private final Path folder;
    private final RowType type;
    private final List<HistoryFile> files;

    /** Takes a row and the file that it was in. */
    interface Taker {
        void take(HistoryFile file, Row row) throws IOException;
    }

    /** Says whether a row is wanted. */
    interface Filter {
        boolean wants(HistoryFile file, Row row) throws IOException;
    }

    HistoryReader(Path out, RowType type) throws IOException {
        this.out = out;
        this.folder = out.resolve("history").resolve(type.folder());
        this.type = type;
        this.files = new History(folder, folder, type, Format.JSONL).files();
    }

    List<HistoryFile> files() {
        return files;
    }

    /** Partitions that have files. */
    Iterable<Integer> partitions() {
        TreeSet<Integer> partitions = new TreeSet<>();
        files.forEach(f -> partitions.add(f.partition()));
        return partitions;
    }

    /** @throws OutputException where ranges do not follow each other */
    OffsetRanges ranges(int partition) {
        return OffsetRanges.of(files, partition, folder);
    }

    /** Gives every row of every complete range. */
    void read(Taker taker) throws IOException {
        for (int partition : partitions()) {
            for (List<HistoryFile> range : ranges(partition).complete()) {
                rows(range, (file, row) -> {
                    taker.take(file, row);
                    return false;
                });
            }
        }
    }

    /** The rows of a range that are wanted, by offset. */
    List<Row> rows(List<HistoryFile> range, Filter filter) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (HistoryFile file : range) {
            try (RowReader reader = file.format().read(folder.resolve(file.path()), type)) {
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    if (filter.wants(file, row)) {
                        rows.add(row);
                    }
                }
            } catch (IOException e) {
                throw new IOException(name(file) + " cannot be read: " + e.getMessage(), e);
            }
        }
        rows.sort(Comparator.comparing(r -> r.at().offset()));
        return rows;
    }

    /** Path of a file below the folder of all files. */
    String name(HistoryFile file) {
        return out.relativize(folder.resolve(file.path())).toString();
    }
}
