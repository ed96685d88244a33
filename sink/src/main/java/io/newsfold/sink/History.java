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
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of one topic: every change of a record, append-only. Each file is written to a temporary folder, flushed
 * and renamed; the rename is the only commit. A range of offsets with several dates has several files, and each name
 * has their number. A range that a kill left unfinished is completed at the next start.
 */
final class History {
    /** A date with fewer bytes in a range, as late records have, gets no file of its own. */
    static final int OWN_FILE_BYTES = 64 * 1024;

    private static final int MOST_PARTS = 16;

    private final Path folder;
    private final Path temporary;
    private final RowType type;
    private final Format format;
    private final FaultInjection faults;

    History(Path folder, Path temporary, RowType type, Format format, FaultInjection faults) {
        this.folder = folder;
        this.temporary = temporary;
        this.type = type;
        this.format = format;
        this.faults = faults;
    }

    /** @throws OutputException where ranges do not follow each other */
    OffsetRanges ranges(int partition) throws IOException {
        return OffsetRanges.of(files(), partition, folder);
    }

    List<HistoryFile> files() throws IOException {
        return files(folder);
    }

    /** All files of ours in a topic's folder of a history, in no particular order. */
    static List<HistoryFile> files(Path folder) throws IOException {
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
     * @return their files, with those that an earlier run had written already
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
        removeOtherParts(files);
        return files;
    }

    /** Removes parts that an earlier run wrote before the topic was compacted: the range has other rows now. */
    private void removeOtherParts(List<HistoryFile> range) throws IOException {
        HistoryFile one = range.get(0);
        for (HistoryFile file : files()) {
            if (file.partition() == one.partition() && file.first() == one.first() && !range.contains(file)) {
                Files.delete(folder.resolve(file.path()));
            }
        }
    }

    private void write(Path target, List<Row> rows) throws IOException {
        Path unpublished = temporary.resolve(type.folder() + "-" + target.getFileName());
        try (RowWriter writer = format.open(unpublished, type)) {
            faults.after(CommitStep.OPEN);
            for (Row row : rows) {
                writer.write(row);
                faults.after(CommitStep.WRITE);
            }
        }
        try {
            DurableFiles.publish(unpublished, target, faults);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("another program writes to " + target + ": stopped", e);
        }
    }

    /** Divides rows by date: large dates, and the largest in any case, have a file each; all others share one. */
    private static Map<String, List<Row>> byFolder(List<Row> rows) {
        TreeMap<String, List<Row>> byDate = new TreeMap<>();
        for (Row row : rows) {
            String date = Objects.requireNonNullElse(row.date(), RecordDate.NONE);
            byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(row);
        }
        List<String> largest = byDate.entrySet().stream()
                .filter(d -> !d.getKey().equals(RecordDate.NONE))
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
            parts.put(RecordDate.NONE, rest);
        }
        return parts;
    }

    private static long bytes(List<Row> rows) {
        return rows.stream().mapToLong(Row::size).sum();
    }
}
