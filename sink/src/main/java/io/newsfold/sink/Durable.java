package io.newsfold.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** File operations that are done when they return: flushed to disk, folder entry included. */
final class Durable {
    private Durable() {}

    /** Writes lines to a new file. */
    static void write(Path file, Collection<byte[]> lines) throws IOException {
        Files.createDirectories(parent(file));
        try (var out = new java.io.BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
            for (byte[] line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        flush(file, StandardOpenOption.WRITE);
    }

    /**
     * Moves a finished file to its place.
     *
     * @throws FileAlreadyExistsException where something stands there: another writer is at work
     */
    static void publish(Path finished, Path target) throws IOException {
        Files.createDirectories(parent(target));
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(parent(target));
    }

    /** The folder of a path below another. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), () -> path + " has no folder");
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
