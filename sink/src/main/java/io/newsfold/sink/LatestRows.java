package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code latest} back. */
public final class LatestRows {
    private LatestRows() {}

    /**
     * The files that have a row of each thing; more than one where it stands twice.
     *
     * @throws OutputException where a file cannot be read
     */
    public static SortedMap<String, List<String>> places(Path out, Topic topic) {
        TreeMap<String, List<String>> places = new TreeMap<>();
        RowType type = new RowType(topic, false);
        try {
            for (Path file : files(out, type)) {
                String name = out.relativize(file).toString();
                try (RowReader reader = format(file).read(file, type)) {
                    for (Row row = reader.next(); row != null; row = reader.next()) {
                        places.merge(
                                row.id(),
                                List.of(name),
                                (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
                    }
                }
            }
        } catch (IOException e) {
            throw new OutputException("cannot read the files in " + out + ": " + e.getMessage(), e);
        }
        return places;
    }

    /** The files of a topic, by name. */
    static List<Path> files(Path out, RowType type) throws IOException {
        Path folder = out.resolve("latest").resolve(type.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static Format format(Path file) {
        String name = String.valueOf(file.getFileName());
        return Format.ofSuffix(name.substring(name.indexOf('.') + 1)).orElse(Format.JSONL);
    }
}
