package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.SourceState;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a folder has been read. It stays small however many files there are.
 *
 * @param mark time of the last file that was read
 * @param names files of exactly that time that were read
 * @param growing bytes that were read of each {@code .jsonl}, by file name
 * @param half version of a file that was not read to its end; null where there is none
 * @param done deliveries of {@code half} that were published
 */
record FolderPosition(
        Instant mark,
        TreeSet<String> names,
        SortedMap<String, Long> growing,
        @Nullable String half,
        int done) {

    private static final int MAX_GROWING = 1_000;
    private static final FolderPosition START =
            new FolderPosition(Instant.EPOCH, new TreeSet<>(), new TreeMap<>(), null, 0);

    static FolderPosition of(SourceState state) {
        String position = state.position();
        return position == null ? START : Json.read(position.getBytes(UTF_8), FolderPosition.class);
    }

    /** As {@link SourceState#position} holds it. */
    String text() {
        return Json.text(this);
    }

    boolean isNew(WatchedFile file) {
        return file.changed().isAfter(mark) || file.changed().equals(mark) && !names.contains(file.name());
    }

    /** How many deliveries of {@code file} were published before reading stopped in it. */
    int published(WatchedFile file) {
        return file.version().equals(half) ? done : 0;
    }

    /** How many bytes of {@code file} were read when it was shorter. */
    long bytesRead(WatchedFile file) {
        return growing.getOrDefault(file.name(), 0L);
    }

    /** The position after {@code file}, of which {@code bytes} were read. */
    FolderPosition after(WatchedFile file, long bytes) {
        TreeSet<String> read = file.changed().equals(mark) ? new TreeSet<>(names) : new TreeSet<>();
        read.add(file.name());
        TreeMap<String, Long> grown = new TreeMap<>(growing);
        if (file.grows()) {
            grown.put(file.name(), bytes);
        }
        while (grown.size() > MAX_GROWING) {
            grown.remove(grown.firstKey());
        }
        return new FolderPosition(file.changed(), read, grown, null, 0);
    }

    /** The position inside {@code file}, after {@code deliveries} of it. */
    FolderPosition within(WatchedFile file, int deliveries) {
        return new FolderPosition(mark, names, growing, file.version(), deliveries);
    }
}
