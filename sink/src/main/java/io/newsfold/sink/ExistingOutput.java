package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;

/** A folder that a sink has written to, for programs that read it. Reading writes nothing. */
public final class ExistingOutput {
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);

    private final OutputPaths paths;

    private ExistingOutput(OutputPaths paths) {
        this.paths = paths;
    }

    /**
     * The output folder at a path.
     *
     * @throws NoOutputException where there is none
     */
    public static ExistingOutput at(Path out) {
        if (!Files.exists(out)) {
            throw new NoOutputException(
                    "there is no output folder " + out.toAbsolutePath().normalize());
        }
        OutputPaths paths = new OutputPaths(out);
        if (!Files.isDirectory(out) || !Files.exists(paths.topics()) && !Files.isDirectory(paths.history())) {
            throw new NoOutputException(out.toAbsolutePath().normalize()
                    + " is not an output folder of newsfold: no sink has written a history there");
        }
        return new ExistingOutput(paths);
    }

    public Path folder() {
        return paths.out();
    }

    /**
     * Makes sure that the folder has the records of this cluster.
     *
     * @throws NoOutputException where it has those of other topics
     */
    public void requireTopicsOf(Properties client) {
        try {
            if (Files.exists(paths.topics())
                    && !Files.readAllLines(paths.topics()).equals(OutputFolder.topicIds(client, TOPICS))) {
                throw new NoOutputException(paths.out().toAbsolutePath().normalize()
                        + " is the output folder of another pipeline: its records are from other topics than those of"
                        + " this cluster");
            }
        } catch (IOException e) {
            throw new OutputException("cannot read " + paths.topics() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The offset of the next record that {@code latest} does not show, by partition; a partition without one has not
     * been read to its end.
     */
    public Map<TopicPartition, Long> position() {
        try {
            return LatestPosition.read(paths);
        } catch (IOException e) {
            throw new OutputException("cannot read " + paths.latestPosition() + ": " + e.getMessage(), e);
        }
    }
}
