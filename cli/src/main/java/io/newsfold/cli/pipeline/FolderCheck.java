package io.newsfold.cli.pipeline;

import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Finds out before anything starts whether a folder can be written. */
public final class FolderCheck {
    /** Enough that a full disk shows: an empty file needs no space. */
    private static final int PROBE_BYTES = 64 * 1024;

    private FolderCheck() {}

    /**
     * Writes a small file to a folder and deletes it; a folder that does not exist is created and deleted too.
     *
     * @param option that names the folder
     * @throws OutputException where that fails
     */
    public static void requireWritable(String option, Path folder) {
        Deque<Path> created = new ArrayDeque<>();
        try {
            create(folder.toAbsolutePath(), created);
            Path probe = Files.createTempFile(folder, ".newsfold", null);
            try {
                Files.write(probe, new byte[PROBE_BYTES]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new OutputException(
                    option + " " + folder + " is not a folder that can be written: " + reason(folder, e), e);
        } finally {
            created.forEach(FolderCheck::delete);
        }
    }

    /** @param created takes the folders that did not exist, the innermost first */
    private static void create(Path folder, Deque<Path> created) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            create(parent, created);
        }
        Files.createDirectory(folder);
        created.addFirst(folder);
    }

    private static void delete(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new OutputException("cannot delete " + folder + " again: " + e.getMessage(), e);
        }
    }

    /** The file that was in the way, and why, without naming it twice. */
    public static String reason(Path folder, IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return folder + ": " + e.getMessage();
        }
        String file = failure.getFile() == null ? folder.toString() : failure.getFile();
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " is a file";
        }
        if (failure instanceof NoSuchFileException) {
            return file + " cannot be created there";
        }
        return file + ": " + failure.getReason();
    }
}
