package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Checks this machine: Java and the folders. */
final class MachineChecks {
    private static final long MIB = 1024 * 1024;
    private static final long LEAST_MIB = 100;
    private static final long FEW_MIB = 2048;
    private static final long HEAP_MIB = 512;

    private final Path data;
    private final Path out;

    MachineChecks(Path data, Path out) {
        this.data = data;
        this.out = out;
    }

    List<Finding> findings() {
        return List.of(java(), space("data", data, "--data"), space("out", out, "--out"), writer());
    }

    private static Finding java() {
        long heap = Runtime.getRuntime().maxMemory() / MIB;
        String found = "Java " + Runtime.version() + ", " + heap + " MiB of heap";
        return heap >= HEAP_MIB
                ? Finding.ok("java", found)
                : Finding.warning("java", found + ", less than " + HEAP_MIB, "export NEWSFOLD_JAVA_OPTIONS=-Xmx2g");
    }

    private static Finding space(String check, Path folder, String option) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        long free = existing.toFile().getUsableSpace() / MIB;
        String found = free + " MiB are free for " + folder;
        String elsewhere = "newsfold run " + option + " DIR   # on a disk with more space";
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Finding.failed(
                    check, Verdict.NOT_WRITABLE, existing + " cannot be written to", "chown \"$USER\" " + existing);
        }
        if (free < LEAST_MIB) {
            return Finding.failed(check, Verdict.NOT_WRITABLE, found, elsewhere);
        }
        return free < FEW_MIB ? Finding.warning(check, found, elsewhere) : Finding.ok(check, found);
    }

    /**
     * Checks for a writer; it holds a lock on the folder. Not to be called in the process of the writer: when a process
     * closes a file, the system releases its locks on it.
     */
    private Finding writer() {
        Path lock = out.resolve(".lock");
        if (!Files.exists(lock)) {
            return Finding.ok("writer", "no process has written to " + out + " yet");
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock ours = channel.tryLock()) {
            return ours == null ? held(lock) : Finding.ok("writer", "no process writes to " + out);
        } catch (OverlappingFileLockException e) {
            return held(lock);
        } catch (IOException e) {
            return Finding.failed(
                    "writer", Verdict.NOT_WRITABLE, lock + " does not open: " + e.getMessage(), "ls -l " + lock);
        }
    }

    private Finding held(Path lock) {
        return Finding.ok(
                "writer", "a process writes to " + out + "; no second one can write (fuser -v " + lock + " shows it)");
    }
}
