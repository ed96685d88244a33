package io.newsfold.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** File operations that are done when they return: flushed to disk, folder entry included. */
final class DurableFiles {
    private DurableFiles() {}

    /** Moves a finished file to its place. The rename is the commit: before it there is nothing, after it all.
     *
     * @throws FileAlreadyExistsException where something stands there: another writer is at work
     */
    static void publish(Path finished, Path target) throws IOException {
        flushFile(finished);
        CommitStep.FLUSH.done();
        Files.createDirectories(parent(target));
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        CommitStep.RENAME.done();
        flushFolder(parent(target));
        CommitStep.FOLDER.done();
    }

    /** Writes a small file anew: readers see the old one or the new one. */
    static void replace(Path target, List<String> lines) throws IOException {
        Files.createDirectories(parent(target));
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        Files.write(beside, lines);
        flushFile(beside);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder(parent(target));
    }

    /**
     * Swaps a finished folder in for one that stands.
     *
     * @param former where the old one stands for a moment; see {@link #recoverSwap}
     */
    static void swap(Path finished, Path folder, Path former) throws IOException {
        Files.createDirectories(parent(folder));
        delete(former);
        if (Files.exists(folder)) {
            Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
        CommitStep.RENAME.done();
        flushFolder(parent(folder));
        CommitStep.FOLDER.done();
        delete(former);
    }

    /** Mends what a kill between the two renames of a swap left behind. */
    static void recoverSwap(Path folder, Path former) throws IOException {
        if (!Files.exists(folder) && Files.exists(former)) {
            Files.createDirectories(parent(folder));
            Files.move(former, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The folder of a path below another. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), () -> path + " has no folder");
    }

    static void flushFile(Path file) throws IOException {
        flush(file, StandardOpenOption.WRITE);
    }

    static void flushFolder(Path folder) throws IOException {
        flush(folder, StandardOpenOption.READ);
    }

    private static void flush(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** Removes a file or a folder with all that is in it, where it is there. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
