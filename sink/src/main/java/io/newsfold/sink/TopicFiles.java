package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The files of one topic: its history, how it stands, and the manifest. Used by one thread. */
final class TopicFiles implements AutoCloseable {
    private final RowType changes;
    private final History history;
    private final HistoryManifest manifest;
    private final LatestStateStore standing;
    private final LatestSnapshot latest;
    private final SinkMeters meters;
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

    TopicFiles(Topic topic, Path out, Path temporary, Format format, SinkMeters meters) throws IOException {
        this.meters = meters;
        changes = new RowType(topic, true);
        RowType rows = new RowType(topic, false);
        history = new History(out.resolve("history").resolve(rows.folder()), temporary, changes, format);
        manifest = new HistoryManifest(out, changes);
        standing = new LatestStateStore(out.resolve(".state").resolve(rows.folder()));
        latest = new LatestSnapshot(out.resolve("latest").resolve(rows.folder()), temporary, rows, format, standing);
    }

    Topic topic() {
        return changes.topic();
    }

    /** @return for each partition the offset from which records are needed */
    Map<Integer, Long> recover(int partitions) throws IOException {
        manifest.recover(history.files());
        Map<Integer, Long> from = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            OffsetRanges ranges = history.ranges(partition);
            open.put(partition, new Open(ranges.next(), ranges.unfinished()));
            from.put(partition, Math.min(ranges.next(), standing.next(partition)));
        }
        return from;
    }

    /**
     * Takes a record, for what does not have it yet.
     *
     * @throws java.io.UncheckedIOException where it is not one of ours; then nothing has changed
     */
    void take(ConsumerRecord<String, byte[]> entry) throws IOException {
        Row row = Row.of(entry.key(), entry.value(), new Coordinates(entry.topic(), entry.partition(), entry.offset()));
        if (entry.offset() >= standing.next(entry.partition())) {
            standing.put(row);
        }
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
        range.bytes += row.size();
    }

    /** Bytes gathered and not yet in a file of the history. */
    long openBytes() {
        return open.values().stream().mapToLong(o -> o.bytes).sum();
    }

    /** Whether there is anything that the files do not tell yet. */
    boolean isOpen() {
        return latest.isChanged() || open.values().stream().anyMatch(o -> !o.rows.isEmpty());
    }

    /**
     * Commits all that is gathered to the history. A range that an earlier run began waits for its last record.
     *
     * @return for each partition the offset up to which it is in the history
     */
    Map<Integer, Long> commitHistory() throws IOException {
        Map<Integer, Long> ends = new HashMap<>();
        for (Map.Entry<Integer, Open> entry : Map.copyOf(open).entrySet()) {
            Open range = entry.getValue();
            if (!range.rows.isEmpty() && range.next >= range.unfinished) {
                close(entry.getKey(), range.next);
                ends.put(entry.getKey(), range.next);
            }
        }
        return ends;
    }

    /** Brings the snapshot up to date. */
    void commitLatest() throws IOException {
        if (latest.isChanged()) {
            latest.swap();
        }
    }

    private void close(int partition, long next) throws IOException {
        Open range = range(partition);
        manifest.add(history.commit(partition, range.first, next, range.rows));
        meters.wrote(range.rows.size());
        open.put(partition, new Open(next, next));
    }

    private Open range(int partition) {
        Open range = open.get(partition);
        if (range == null) {
            throw new IllegalStateException("partition " + partition + " was not recovered");
        }
        return range;
    }

    @Override
    public void close() {
        standing.close();
    }
}
