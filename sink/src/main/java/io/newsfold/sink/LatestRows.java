package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code latest}. */
public final class LatestRows {
    private LatestRows() {}

    /**
     * By id, the files that have a row of it, relative to {@code out}: normally one, and more where an id occurs twice.
     *
     * @throws OutputException where a file cannot be read
     */
    public static SortedMap<String, List<String>> places(Path out, Topic topic) {
        OutputPaths paths = new OutputPaths(out);
        RowType type = new RowType(topic, false);
        TreeMap<String, List<String>> places = new TreeMap<>();
        try {
            for (Path file : files(paths, type)) {
                List<String> name = List.of(paths.relative(file));
                try (RowReader reader = Format.of(file).read(file, type)) {
                    for (Row row = reader.next(); row != null; row = reader.next()) {
                        places.merge(row.id(), name, LatestRows::concat);
                    }
                }
            }
        } catch (IOException e) {
            throw new OutputException("cannot read the files in " + out + ": " + e.getMessage(), e);
        }
        return places;
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The files of a topic, by name. */
    static List<Path> files(OutputPaths paths, RowType type) throws IOException {
        Path folder = paths.latest(type);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
