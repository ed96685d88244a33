package io.newsfold.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder on a small disk of its own. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // also where a test ends before it closes
    }

    /**
     * Mounts a disk with an eighth of the size of an undisturbed run: too small for any run. The test is skipped where
     * no disk can be mounted.
     */
    static SmallDisk forAnEighthOf(Path undisturbed, Path folder) throws IOException {
        Files.createDirectories(folder);
        String size = "size=" + bytes(undisturbed) / 8;
        assumeTrue(mount(size, folder), "skipped: no small disk can be mounted here");
        return new SmallDisk(folder);
    }

    /** Mounts a disk on which no byte is free; empty where no disk can be mounted. */
    public static Optional<SmallDisk> full(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!mount("size=64k", folder)) {
            return Optional.empty();
        }
        SmallDisk disk = new SmallDisk(folder);
        try (OutputStream filling = Files.newOutputStream(folder.resolve("filling"))) {
            while (true) {
                filling.write(new byte[1024]);
            }
        } catch (IOException e) {
            return Optional.of(disk); // it is full
        }
    }

    private static boolean mount(String size, Path folder) {
        return command("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.toString().endsWith("index")) // Kafka's are sparse
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Makes the disk large enough for a run. */
    void grow() {
        command("mount", "-o", "remount,size=300m", folder.toString());
    }

    /** Unmounts the disk, even while a process has files on it open. */
    @Override
    public void close() {
        command("umount", "--lazy", folder.toString());
    }

    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
