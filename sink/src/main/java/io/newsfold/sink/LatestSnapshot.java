package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How things stand: one row per id, in a file per date, sorted by id. A snapshot is built beside and swapped in whole; what has not changed keeps its file.
 * Nothing of it depends on when or in which order the rows came.
 */
final class LatestSnapshot {
    private static final String PREFIX = "date=";

    private final Path folder;
    private final Path next;
    private final Path former;
    private final RowType type;
    private final Format format;
    private final LatestStateStore standing;
    private boolean isFirst = true;

    LatestSnapshot(Path folder, Path temporary, RowType type, Format format, LatestStateStore standing) {
        this.folder = folder;
        this.next = temporary.resolve(folder.getFileName() + "-next");
        this.former = former(folder, temporary);
        this.type = type;
        this.format = format;
        this.standing = standing;
    }

    /** Mends what a kill in the middle of a swap left behind. */
    static void recover(Path folder, Path temporary) throws IOException {
        DurableFiles.recoverSwap(folder, former(folder, temporary));
    }

    private static Path former(Path folder, Path temporary) {
        return temporary.resolve(folder.getFileName() + "-former");
    }

    boolean isChanged() {
        return isFirst || !standing.changed().isEmpty();
    }

    /** Swaps the snapshot in, where it is another than the one that stands there. */
    void swap() throws IOException {
        DurableFiles.delete(next);
        Files.createDirectories(next);
        boolean isOther =
                !names().equals(standing.dates().stream().map(d -> PREFIX + d).collect(Collectors.toSet()));
        for (LocalDate date : standing.dates()) {
            isOther |= build(date);
        }
        if (isOther) {
            DurableFiles.swap(next, folder, former);
        } else {
            DurableFiles.delete(next);
        }
        standing.settle();
        isFirst = false;
    }

    /** @return whether the file of that date is another than the one that stands */
    private boolean build(LocalDate date) throws IOException {
        Path target = file(next, date);
        Path there = file(folder, date);
        boolean isThere = Files.exists(there);
        if (!isThere || standing.changed().contains(date)) {
            write(date, target);
            if (!isThere || Files.mismatch(target, there) >= 0) {
                DurableFiles.flushFile(target);
                DurableFiles.flushFolder(DurableFiles.parent(target));
                return true;
            }
            Files.delete(target);
        }
        Files.createDirectories(DurableFiles.parent(target));
        Files.createLink(target, there);
        return false;
    }

    private void write(LocalDate date, Path target) throws IOException {
        Coordinates nowhere = new Coordinates(type.topic().topicName(), -1, -1);
        try (RowWriter writer = format.open(target, type)) {
            standing.rows(date, (id, json) -> writer.write(new Row(id, json, date, nowhere)));
        }
        CommitStep.FLUSH.done();
    }

    private Set<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Path file(Path root, LocalDate date) {
        return root.resolve(PREFIX + date).resolve("latest." + format.suffix());
    }
}
