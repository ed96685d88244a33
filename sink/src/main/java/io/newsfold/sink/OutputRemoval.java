package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Removes what sinks wrote into a folder, and nothing else. */
public final class OutputRemoval {
    private static final List<String> OURS =
            List.of("history", "latest", "manifest", ".state", ".tmp", ".topics", ".position", ".lock");

    private OutputRemoval() {}

    /** What a removal would take away: paths that exist, none where the folder is not ours. */
    public static List<Path> paths(Path out) {
        return Files.exists(out.resolve(".topics"))
                ? OURS.stream().map(out::resolve).filter(Files::exists).toList()
                : List.of();
    }

    /**
     * Removes the files, and the folder where nothing else is in it.
     *
     * @throws OutputException where another program writes to it, or they cannot be removed
     */
    public static void remove(Path out) {
        List<Path> paths = paths(out);
        if (paths.isEmpty()) {
            return;
        }
        try {
            OutputFolder.lock(out).close(); // nobody writes to it
            for (Path path : paths) {
                DurableFiles.delete(path);
            }
        } catch (IOException e) {
            throw new OutputException("cannot remove the files in " + out + ": " + e.getMessage(), e);
        }
        try (Stream<Path> left = Files.list(out)) {
            if (left.findAny().isEmpty()) {
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new OutputException("cannot remove " + out + ": " + e.getMessage(), e);
        }
    }
}
