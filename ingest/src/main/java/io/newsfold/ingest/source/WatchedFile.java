package io.newsfold.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

/**
 * A file in a watched folder.
 *
 * @param name relative to the folder, with slashes
 * @param path where it is
 * @param changed when the file system last changed the file's entry; renaming changes it as well
 */
record WatchedFile(String name, Path path, Instant changed) {

    /** @throws IOException where the file is gone, or cannot be read */
    static WatchedFile of(InputFile file) throws IOException {
        return new WatchedFile(file.name(), file.path(), changed(file.path()));
    }

    private static Instant changed(Path path) throws IOException {
        try {
            return ((FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();
        } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        }
    }

    /** Differs when the file has been changed or replaced. */
    String version() {
        return changed + " " + name;
    }

    /** Whether lines may be appended, so that reading goes on where it ended. */
    boolean grows() {
        return name.toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }
}
