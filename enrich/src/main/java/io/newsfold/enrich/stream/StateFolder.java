package io.newsfold.enrich.stream;

import io.newsfold.contract.InternalTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the job's stores. After a kill Kafka Streams restores every store from its changelog, but fails on one
 * that the kill left half deleted; so they are discarded before it starts. The id of the process stays: by it the
 * broker knows which transactions to abort.
 */
final class StateFolder {
    private static final String MARKER = "running";

    private final Path folder;
    private final Path marker;

    StateFolder(Path folder) {
        this.folder = folder;
        this.marker = folder.resolve(MARKER);
    }

    /** Before the job starts. */
    void open() {
        try {
            Files.createDirectories(folder);
            if (Files.exists(marker)) {
                deleteTasks();
            } else {
                Files.createFile(marker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    /** After an orderly stop. */
    void close() {
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    private void deleteTasks() throws IOException {
        Path job = folder.resolve(InternalTopics.APPLICATION_ID);
        if (!Files.isDirectory(job)) {
            return;
        }
        List<Path> tasks;
        try (Stream<Path> all = Files.list(job)) {
            tasks = all.filter(Files::isDirectory).toList();
        }
        for (Path task : tasks) {
            try (Stream<Path> inside = Files.walk(task)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
