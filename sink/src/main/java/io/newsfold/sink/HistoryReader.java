package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the history of a topic, in the order of partitions and offsets. */
final class HistoryReader {
    private final OutputPaths paths;
    private final Path folder;
    private final RowType type;
    private final List<HistoryFile> files;

    /** Takes a row and its file. */
    interface RowHandler {
        void take(HistoryFile file, Row row) throws IOException;
    }

    /** Selects rows. */
    interface RowFilter {
        boolean selects(HistoryFile file, Row row) throws IOException;
    }

    HistoryReader(OutputPaths paths, RowType type) throws IOException {
        this.paths = paths;
        this.folder = paths.history(type);
        this.type = type;
        this.files = History.files(folder);
    }

    List<HistoryFile> files() {
        return files;
    }

    /** Partitions that have files, ascending. */
    Set<Integer> partitions() {
        Set<Integer> partitions = new TreeSet<>();
        files.forEach(file -> partitions.add(file.partition()));
        return partitions;
    }

    /** @throws OutputException where ranges do not follow each other */
    OffsetRanges ranges(int partition) {
        return OffsetRanges.of(files, partition, folder);
    }

    /** Passes on every row of every complete range, in no order inside of a range. */
    void read(RowHandler handler) throws IOException {
        RowFilter none = (file, row) -> {
            handler.take(file, row);
            return false;
        };
        for (int partition : partitions()) {
            for (List<HistoryFile> range : ranges(partition).complete()) {
                rows(range, none);
            }
        }
    }

    /** The selected rows of a range, by offset. */
    List<Row> rows(List<HistoryFile> range, RowFilter filter) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (HistoryFile file : range) {
            try (RowReader reader = file.format().read(folder.resolve(file.path()), type)) {
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    if (filter.selects(file, row)) {
                        rows.add(row);
                    }
                }
            } catch (IOException e) {
                throw new IOException(name(file) + " cannot be read: " + e.getMessage(), e);
            }
        }
        rows.sort(Comparator.comparing(row -> row.at().offset()));
        return rows;
    }

    /** Path of a file relative to the output folder. */
    String name(HistoryFile file) {
        return paths.relative(folder.resolve(file.path()));
    }
}
