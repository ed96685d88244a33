package io.newsfold.enrich.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory for the search index, which is rebuilt from the store: small pieces on the heap, large ones in mapped files
 * without a name, which the system deletes with the process.
 */
final class MappedMemory {
    private static final int SMALL = 64 * 1024;

    private final Path folder;

    /** @param folder created on first use */
    MappedMemory(Path folder) {
        this.folder = folder;
    }

    /** A buffer of zero bytes. */
    ByteBuffer allocate(int bytes) {
        if (bytes <= SMALL) {
            return ByteBuffer.allocate(bytes);
        }
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "index", ".tmp");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
            } finally {
                Files.delete(file); // the mapping keeps its content
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot allocate the index in " + folder, e);
        }
    }
}
