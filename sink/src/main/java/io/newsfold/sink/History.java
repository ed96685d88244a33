package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of one topic: every change of a record, append-only. A range of offsets is written beside, flushed and renamed; the rename is the only commit.
 * A range whose dates are several is several files, each of which says how many there are; one that is cut off in between is completed at the next start.
 */
final class History {
    /** A date with fewer bytes in a range, as late records have it, gets no file of its own. */
    static final int OWN_FILE_BYTES = 64 * 1024;

    private static final int MOST_PARTS = 16;

    private final Path folder;
    private final Path temporary;
    private final RowType type;
    private final Format format;

    History(Path folder, Path temporary, RowType type, Format format) {
        this.folder = folder;
        this.temporary = temporary;
        this.type = type;
        this.format = format;
    }

    /** What the names of the files tell of a partition. */
    OffsetRanges ranges(int partition) throws IOException {
        return OffsetRanges.of(files(), partition, folder);
    }

    /** All files that are ours. */
    List<HistoryFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile)
                    .flatMap(f ->
                            HistoryFile.parse(folder.relativize(f).toString().replace('\\', '/')).stream())
                    .toList();
        }
    }

    /**
     * Commits the rows of offsets {@code [first, next)} of a partition.
     *
     * @return the files, those included that an earlier run had written already
     */
    List<HistoryFile> commit(int partition, long first, long next, List<Row> rows) throws IOException {
        List<HistoryFile> files = new ArrayList<>();
        Map<String, List<Row>> parts = byFolder(rows);
        for (Map.Entry<String, List<Row>> part : parts.entrySet()) {
            HistoryFile file =
                    new HistoryFile(partition, first, next, files.size() + 1, parts.size(), part.getKey(), format);
            Path target = folder.resolve(file.path());
            if (!Files.exists(target)) {
                write(target, part.getValue());
            }
            files.add(file);
        }
        removeOthers(files);
        return files;
    }

    /** Parts of a range that was cut off, and whose rows are not the same any more because the topic was compacted. */
    private void removeOthers(List<HistoryFile> range) throws IOException {
        HistoryFile one = range.get(0);
        for (HistoryFile file : files()) {
            if (file.partition() == one.partition() && file.first() == one.first() && !range.contains(file)) {
                Files.delete(folder.resolve(file.path()));
            }
        }
    }

    private void write(Path target, List<Row> rows) throws IOException {
        Path beside = temporary.resolve(type.folder() + "-" + target.getFileName());
        try (RowWriter writer = format.open(beside, type)) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
        try {
            DurableFiles.publish(beside, target);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("another program writes to " + target + ": stopped", e);
        }
    }

    /** Dates with much to tell, the first of them in any case, get a file each; all else shares one. */
    private static Map<String, List<Row>> byFolder(List<Row> rows) {
        TreeMap<String, List<Row>> byDate = new TreeMap<>();
        for (Row row : rows) {
            String date = row.date() == null ? HistoryFile.NO_DATE : row.date().toString();
            byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(row);
        }
        List<String> largest = byDate.entrySet().stream()
                .filter(d -> !d.getKey().equals(HistoryFile.NO_DATE))
                .sorted(Comparator.comparing((Map.Entry<String, List<Row>> d) -> -bytes(d.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_PARTS - 1)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        List<Row> rest = new ArrayList<>();
        byDate.forEach((date, ofDate) -> {
            int rank = largest.indexOf(date);
            if (rank == 0 || rank > 0 && bytes(ofDate) >= OWN_FILE_BYTES) {
                parts.put(date, ofDate);
            } else {
                rest.addAll(ofDate);
            }
        });
        if (!rest.isEmpty() || parts.isEmpty()) {
            rest.sort(Comparator.comparing(r -> r.at().offset()));
            parts.put(HistoryFile.NO_DATE, rest);
        }
        return parts;
    }

    private static long bytes(List<Row> rows) {
        return rows.stream().mapToLong(Row::size).sum();
    }
}
