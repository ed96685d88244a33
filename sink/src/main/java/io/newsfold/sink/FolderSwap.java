package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The replacement of a folder as a whole: readers see the old content or the new content.
 *
 * @param folder the folder to replace
 * @param next its new content, while it is being built
 * @param former its old content, between the two renames of a swap
 */
record FolderSwap(Path folder, Path next, Path former) {
    static FolderSwap of(Path folder, Path temporary, String name) {
        return new FolderSwap(folder, temporary.resolve(name + "-next"), temporary.resolve(name + "-former"));
    }

    /** Puts {@code next} in the place of the folder. */
    void swap(FaultInjection faults) throws IOException {
        Files.createDirectories(DurableFiles.parent(folder));
        DurableFiles.delete(former);
        if (Files.exists(folder)) {
            Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        faults.after(CommitStep.RENAME);
        DurableFiles.flushFolder(DurableFiles.parent(folder));
        faults.after(CommitStep.FOLDER);
        DurableFiles.delete(former);
    }

    /** Restores the old content after a kill between the two renames. */
    void recover() throws IOException {
        if (!Files.exists(folder) && Files.exists(former)) {
            Files.createDirectories(DurableFiles.parent(folder));
            Files.move(former, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
