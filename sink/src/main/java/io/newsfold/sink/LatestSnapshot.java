package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A snapshot of the latest state: one row per id, in one file per date, sorted by id. It is built in a temporary folder
 * and swapped in as a whole; a date without changes keeps its file. Times and order of the rows' arrival make no
 * difference to it.
 */
final class LatestSnapshot {
    private static final String PREFIX = "date=";

    private final FolderSwap swap;
    private final RowType type;
    private final Format format;
    private final LatestStateStore state;
    private final FaultInjection faults;
    private boolean isFirst = true;

    /** @param swap of the topic's folder of {@code latest} */
    LatestSnapshot(FolderSwap swap, RowType type, Format format, LatestStateStore state, FaultInjection faults) {
        this.swap = swap;
        this.type = type;
        this.format = format;
        this.state = state;
        this.faults = faults;
    }

    /** Whether the files may differ from the state. */
    boolean isOutdated() {
        return isFirst || !state.changedDates().isEmpty();
    }

    /** Brings the files up to date with the state. */
    void update() throws IOException {
        DurableFiles.delete(swap.next());
        Files.createDirectories(swap.next());
        boolean differs = !folderNames()
                .equals(state.dates().stream().map(date -> PREFIX + date).collect(Collectors.toSet()));
        for (String date : state.dates()) {
            differs |= build(date);
        }
        if (differs) {
            swap.swap(faults);
        } else {
            DurableFiles.delete(swap.next());
        }
        state.clearChangedDates();
        isFirst = false;
    }

    /** @return whether the new file of that date differs from the present one */
    private boolean build(String date) throws IOException {
        Path target = file(swap.next(), date);
        Path present = file(swap.folder(), date);
        boolean exists = Files.exists(present);
        if (!exists || state.changedDates().contains(date)) {
            write(date, target);
            if (!exists || Files.mismatch(target, present) >= 0) {
                DurableFiles.flushFile(target);
                DurableFiles.flushFolder(DurableFiles.parent(target));
                return true;
            }
            Files.delete(target);
        }
        Files.createDirectories(DurableFiles.parent(target));
        Files.createLink(target, present);
        return false;
    }

    private void write(String date, Path target) throws IOException {
        Coordinates unknown = new Coordinates(type.topic().topicName(), -1, -1); // rows of latest have no position
        try (RowWriter writer = format.open(target, type)) {
            faults.after(CommitStep.OPEN);
            state.read(date, (id, json) -> {
                writer.write(new Row(id, json, date, unknown));
                faults.after(CommitStep.WRITE);
            });
        }
        faults.after(CommitStep.FLUSH);
    }

    private Set<String> folderNames() throws IOException {
        if (!Files.isDirectory(swap.folder())) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(swap.folder())) {
            return all.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Path file(Path root, String date) {
        return root.resolve(PREFIX + date).resolve("latest." + format.suffix());
    }
}
