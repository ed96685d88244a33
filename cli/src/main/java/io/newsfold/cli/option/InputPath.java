package io.newsfold.cli.option;

import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out before anything starts whether there is something to read at a path. */
public final class InputPath {
    /** A path joins the slashes of an address. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:/+(.*)");

    private InputPath() {}

    /**
     * Makes sure that there is a file, or a folder with a file in it.
     *
     * @throws InputException where there is none
     */
    public static void check(Path path) {
        if (ADDRESS.matcher(path.toString()).matches()) {
            throw new InputException(path.toString().replaceFirst(":/+", "://")
                    + " is an address, not a file: newsfold fetch fetches it");
        }
        if (!Files.exists(path)) {
            throw new InputException("there is no file or folder " + path);
        }
        if (Files.isDirectory(path) && !hasFile(path)) {
            throw new InputException("there is no file in " + path);
        }
    }

    private static boolean hasFile(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
