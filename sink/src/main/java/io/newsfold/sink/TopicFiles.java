package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The files of one topic: its history and how it stands. Used by one thread. */
final class TopicFiles {
    private final History history;
    private final Latest latest;
    private final Map<Integer, Open> open = new HashMap<>();

    /** A range that is being gathered. */
    private static final class Open {
        private final long first;
        private final long unfinished;
        private final List<Row> rows = new ArrayList<>();
        private long next;
        private long bytes;

        /** @param unfinished where a range that an earlier run began has to end; {@code first} where there is none */
        Open(long first, long unfinished) {
            this.first = first;
            this.unfinished = unfinished;
            this.next = first;
        }
    }

    TopicFiles(Topic topic, Path out, Path temporary) {
        String name = topic == Topic.STORIES ? "stories" : "articles";
        history = new History(out.resolve("history").resolve(name), temporary);
        latest = new Latest(out.resolve("latest").resolve(name), temporary);
    }

    void recover(int partitions) throws IOException {
        latest.recover();
        for (int partition = 0; partition < partitions; partition++) {
            History.Position position = history.position(partition);
            open.put(partition, new Open(position.next(), position.unfinished()));
        }
    }

    /** Takes a record; one that the history has already is only needed to know how things stand. */
    void take(ConsumerRecord<String, byte[]> entry) throws IOException {
        Row row = Row.of(entry.key(), entry.value());
        latest.put(row);
        Open range = range(entry.partition());
        if (entry.offset() < range.first) {
            return;
        }
        if (range.unfinished > range.first && entry.offset() >= range.unfinished) {
            close(entry.partition(), range.unfinished);
            range = range(entry.partition());
        }
        range.rows.add(row);
        range.next = entry.offset() + 1;
        range.bytes += row.json() == null ? 0 : row.json().length;
    }

    /** Bytes gathered and not yet in a file. */
    long openBytes() {
        return open.values().stream().mapToLong(o -> o.bytes).sum();
    }

    /** Whether there is anything that the files do not tell yet. */
    boolean isOpen() {
        return latest.isChanged() || open.values().stream().anyMatch(o -> !o.rows.isEmpty());
    }

    /** Commits all that is gathered to the history. A range that an earlier run began waits for its last record. */
    void commitHistory() throws IOException {
        for (Map.Entry<Integer, Open> entry : Map.copyOf(open).entrySet()) {
            Open range = entry.getValue();
            if (!range.rows.isEmpty() && range.next >= range.unfinished) {
                close(entry.getKey(), range.next);
            }
        }
    }

    /** Brings the snapshot up to date. */
    void commitLatest() throws IOException {
        if (latest.isChanged()) {
            latest.swap();
        }
    }

    private void close(int partition, long next) throws IOException {
        Open range = range(partition);
        history.commit(partition, range.first, next, range.rows);
        open.put(partition, new Open(next, next));
    }

    private Open range(int partition) {
        Open range = open.get(partition);
        if (range == null) {
            throw new IllegalStateException("partition " + partition + " was not recovered");
        }
        return range;
    }
}
