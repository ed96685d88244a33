package io.newsfold.cli.pipeline;

import io.newsfold.kafka.BrokerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of an embedded broker and of the job's stores. */
public final class DataFolder {
    private static final List<String> OURS = List.of("kafka", "state", "desk");

    private DataFolder() {}

    /** Whether a pipeline has used the folder. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve("lock"))
                && OURS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * Removes the folder with all that is in it.
     *
     * @throws BrokerException where a pipeline runs on it, or it cannot be removed
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static void remove(Path folder) {
        try (DataLock lock = DataLock.of(folder);
                Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new BrokerException("cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }
}
