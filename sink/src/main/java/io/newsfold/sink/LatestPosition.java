package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far {@code latest} has come on each partition, in a file of its own: the names of the files have the offsets of
 * the history only, which waits for more changes.
 */
final class LatestPosition {
    private final Path file;
    private Map<TopicPartition, Long> written = Map.of();

    LatestPosition(OutputPaths paths) {
        this.file = paths.latestPosition();
    }

    /** Writes offsets of the next records that {@code latest} does not show, unless they are written already. */
    void write(Map<TopicPartition, Long> offsets) throws IOException {
        if (!offsets.equals(written)) {
            DurableFiles.replace(
                    file,
                    offsets.entrySet().stream()
                            .map(e -> e.getKey().topic() + " " + e.getKey().partition() + " " + e.getValue())
                            .sorted()
                            .toList());
            written = Map.copyOf(offsets);
        }
    }

    /** The offsets in the file; none before a sink has read everything once. */
    static Map<TopicPartition, Long> read(OutputPaths paths) throws IOException {
        Path file = paths.latestPosition();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (!Files.exists(file)) {
            return offsets;
        }
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            offsets.put(new TopicPartition(parts[0], Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
        }
        return offsets;
    }
}
