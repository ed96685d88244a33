package io.newsfold.desk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a disk of its own that is soon full; the test is skipped where none can be mounted. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @param size as mount takes it, {@code 2m} */
    static SmallDisk mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        assumeTrue(mounted, "skipped: no small disk can be mounted here");
        return new SmallDisk(folder);
    }

    /** Makes room. */
    void grow(String size) {
        command("mount", "-o", "remount,size=" + size, folder.toString());
    }

    @Override
    public void close() {
        command("umount", folder.toString());
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
