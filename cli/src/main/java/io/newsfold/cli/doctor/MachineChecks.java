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

/** Looks at this machine: Java, folders. */
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
        return List.of(java(), room("data", data, "--data"), room("out", out, "--out"), holder());
    }

    private static Finding java() {
        long heap = Runtime.getRuntime().maxMemory() / MIB;
        String found = "Java " + Runtime.version() + ", " + heap + " MiB of heap";
        return heap >= HEAP_MIB
                ? Finding.ok("java", found)
                : Finding.warning("java", found + ", less than " + HEAP_MIB, "export NEWSFOLD_JAVA_OPTIONS=-Xmx2g");
    }

    private static Finding room(String check, Path folder, String option) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        long free = there.toFile().getUsableSpace() / MIB;
        String found = free + " MiB are free for " + folder;
        String elsewhere = "newsfold run " + option + " DIR   # on a disk with room";
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.failed(
                    check, Verdict.NOT_WRITABLE, there + " cannot be written to", "chown \"$USER\" " + there);
        }
        if (free < LEAST_MIB) {
            return Finding.failed(check, Verdict.NOT_WRITABLE, found, elsewhere);
        }
        return free < FEW_MIB ? Finding.warning(check, found, elsewhere) : Finding.ok(check, found);
    }

    /** Whoever writes files holds a lock on the folder. To be asked from another process than that: where this one closes the file, the system forgets its locks. */
    private Finding holder() {
        Path lock = out.resolve(".lock");
        if (!Files.exists(lock)) {
            return Finding.ok("writer", "nobody has written to " + out + " yet");
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
                "writer", "a process writes to " + out + "; no second one can (fuser -v " + lock + " tells which)");
    }
}
