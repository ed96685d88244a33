package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of one topic: every change of a record, append-only. A range of offsets is written beside, flushed and renamed; the rename is the only commit.
 * A range whose dates are several is several files, each of which says how many there are; one that is cut off in between is completed at the next start.
 */
final class History {
    private final Path folder;
    private final Path temporary;

    History(Path folder, Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * How far a partition has come.
     *
     * @param next offset to go on with
     * @param unfinished end of a range of which only some parts are there, or {@code next}
     */
    record Position(long next, long unfinished) {}

    /** Trusts the names of the files: the ranges of a partition follow each other without gap or overlap. */
    Position position(int partition) throws IOException {
        TreeMap<Long, List<HistoryFile>> ranges = new TreeMap<>();
        for (HistoryFile file : files()) {
            if (file.partition() == partition) {
                ranges.computeIfAbsent(file.first(), f -> new ArrayList<>()).add(file);
            }
        }
        long next = 0;
        for (Map.Entry<Long, List<HistoryFile>> range : ranges.entrySet()) {
            HistoryFile one = range.getValue().get(0);
            if (range.getKey() != next
                    || range.getValue().stream().anyMatch(f -> f.next() != one.next() || f.parts() != one.parts())) {
                throw new OutputException("the files of partition " + partition + " in " + folder
                        + " do not follow each other at offset " + next);
            }
            if (range.getValue().size() < one.parts()) {
                return new Position(next, one.next());
            }
            next = one.next();
        }
        return new Position(next, next);
    }

    private List<HistoryFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile)
                    .flatMap(f ->
                            HistoryFile.parse(
                                    Durable.parent(f).getFileName().toString(),
                                    f.getFileName().toString())
                                    .stream())
                    .toList();
        }
    }

    /** Commits the rows of offsets {@code [first, next)} of a partition; rows of things that are no more have no date. */
    void commit(int partition, long first, long next, List<Row> rows) throws IOException {
        TreeMap<String, List<byte[]>> byDate = new TreeMap<>();
        for (Row row : rows) {
            byte[] json = row.json();
            String date = row.date() == null ? HistoryFile.NO_DATE : row.date().toString();
            byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(json == null ? gone(row.id()) : json);
        }
        if (byDate.isEmpty()) {
            byDate.put(HistoryFile.NO_DATE, List.of());
        }
        int part = 0;
        for (Map.Entry<String, List<byte[]>> date : byDate.entrySet()) {
            part++;
            HistoryFile file = new HistoryFile(partition, first, next, part, byDate.size(), date.getKey());
            Path target = folder.resolve(file.path());
            if (!Files.exists(target)) {
                Path beside = temporary.resolve(folder.getFileName() + "-" + target.getFileName());
                Durable.write(beside, date.getValue());
                publish(beside, target);
            }
        }
    }

    private static void publish(Path beside, Path target) throws IOException {
        try {
            Durable.publish(beside, target);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("another program writes to " + target + ": stopped", e);
        }
    }

    private static byte[] gone(String id) {
        return io.newsfold.contract.Json.bytes(new Gone(id, true));
    }

    /** The line for a thing that is no more. */
    private record Gone(String id, boolean withdrawn) {}
}
