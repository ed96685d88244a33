package io.newsfold.cli.pipeline;

import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one process to work on a data folder. Without it a second job would take the first one's stores for the
 * remains of a kill, and discard them.
 */
public final class DataLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a data folder, which is created where it does not exist.
     *
     * @throws IllegalArgumentException where another process works on it
     * @throws OutputException where it cannot be written
     */
    public static DataLock of(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new DataLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new OutputException("cannot write to " + FolderCheck.reason(folder, e), e);
        }
        throw new IllegalArgumentException(
                "another newsfold works on " + folder + ": stop it, or name another folder with --data");
    }

    /**
     * Makes sure that no other process works on a data folder, and creates nothing.
     *
     * @throws IllegalArgumentException where one does
     */
    public static void requireFree(Path folder) {
        if (Files.exists(folder.resolve(FILE))) {
            of(folder).close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process has it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OutputException("cannot unlock the data folder: " + e.getMessage(), e);
        }
    }
}
