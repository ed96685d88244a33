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

/** File operations whose effect is on disk when they return, folder entries included. */
final class DurableFiles {
    private DurableFiles() {}

    /**
     * Moves a finished file to its final place. The rename is the commit: before it readers see nothing, after it all.
     *
     * @throws FileAlreadyExistsException where the target exists: then there is another writer
     */
    static void publish(Path finished, Path target, FaultInjection faults) throws IOException {
        flushFile(finished);
        faults.after(CommitStep.FLUSH);
        Files.createDirectories(parent(target));
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        faults.after(CommitStep.RENAME);
        flushFolder(parent(target));
        faults.after(CommitStep.FOLDER);
    }

    /** Replaces a small file: readers see the old one or the new one. */
    static void replace(Path target, List<String> lines) throws IOException {
        Files.createDirectories(parent(target));
        Path replacement = target.resolveSibling("." + target.getFileName() + ".new");
        Files.write(replacement, lines);
        flushFile(replacement);
        Files.move(replacement, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder(parent(target));
    }

    /** The folder of a path; the path must have one. */
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

    /** Removes a file, or a folder with its content; does nothing where there is none. */
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
