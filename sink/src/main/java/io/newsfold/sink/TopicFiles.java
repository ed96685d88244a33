package io.newsfold.sink;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The files of one topic: history, manifest, and {@code latest} with its store. Not thread-safe. */
final class TopicFiles implements AutoCloseable {
    private final RowType changes;
    private final History history;
    private final HistoryManifest manifest;
    private final LatestStateStore state;
    private final LatestSnapshot latest;
    private final SinkMeters meters;
    private final Map<Integer, OpenRange> openRanges = new HashMap<>();

    /** The range of one partition for which rows are being gathered. */
    private static final class OpenRange {
        private final long first;
        private final long unfinishedEnd;
        private final List<Row> rows = new ArrayList<>();
        private long next;
        private long bytes;

        /** @param unfinishedEnd end of the range that an earlier run began here; {@code first} where there is none */
        OpenRange(long first, long unfinishedEnd) {
            this.first = first;
            this.unfinishedEnd = unfinishedEnd;
            this.next = first;
        }

        /** Whether the range that an earlier run began has all rows before this offset. */
        boolean isFinishedBy(long offset) {
            return unfinishedEnd > first && offset >= unfinishedEnd;
        }

        void add(Row row) {
            rows.add(row);
            next = row.at().offset() + 1;
            bytes += row.size();
        }
    }

    TopicFiles(Topic topic, OutputPaths paths, Format format, SinkMeters meters, FaultInjection faults)
            throws IOException {
        this.meters = meters;
        changes = new RowType(topic, true);
        RowType rows = new RowType(topic, false);
        history = new History(paths.history(changes), paths.temporary(), changes, format, faults);
        manifest = new HistoryManifest(paths, changes);
        state = new LatestStateStore(paths.state(rows));
        latest = new LatestSnapshot(paths.latestSwap(rows), rows, format, state, faults);
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
            openRanges.put(partition, new OpenRange(ranges.next(), ranges.unfinishedEnd()));
            from.put(partition, Math.min(ranges.next(), state.nextOffset(partition)));
        }
        return from;
    }

    /**
     * Adds a record to the state and to the history, to each unless it has the record already.
     *
     * @throws UncheckedIOException where the record is not one of ours; then nothing has changed
     */
    void take(ConsumerRecord<String, byte[]> entry) throws IOException {
        Row row = Row.of(entry.key(), entry.value(), new Coordinates(entry.topic(), entry.partition(), entry.offset()));
        if (entry.offset() >= state.nextOffset(entry.partition())) {
            state.put(row);
        }
        OpenRange range = openRange(entry.partition());
        if (entry.offset() < range.first) {
            return;
        }
        if (range.isFinishedBy(entry.offset())) {
            commit(entry.partition(), range.unfinishedEnd);
        }
        openRange(entry.partition()).add(row);
    }

    /** Bytes gathered and not yet in a file of the history. */
    long gatheredBytes() {
        return openRanges.values().stream().mapToLong(range -> range.bytes).sum();
    }

    /** Whether {@code latest} lacks records that this object was given. */
    boolean isLatestOutdated() {
        return latest.isOutdated();
    }

    /** Whether the files have all records that this object was given. */
    boolean isUpToDate() {
        return !latest.isOutdated() && openRanges.values().stream().allMatch(range -> range.rows.isEmpty());
    }

    /**
     * Commits all gathered rows to the history. A range that an earlier run began waits for its last record.
     *
     * @return for each partition with a new range the offset after it
     */
    Map<Integer, Long> commitHistory() throws IOException {
        Map<Integer, Long> ends = new HashMap<>();
        for (Map.Entry<Integer, OpenRange> entry : Map.copyOf(openRanges).entrySet()) {
            OpenRange range = entry.getValue();
            if (!range.rows.isEmpty() && range.next >= range.unfinishedEnd) {
                commit(entry.getKey(), range.next);
                ends.put(entry.getKey(), range.next);
            }
        }
        return ends;
    }

    /** Brings the snapshot up to date. */
    void updateLatest() throws IOException {
        if (latest.isOutdated()) {
            latest.update();
        }
    }

    private void commit(int partition, long next) throws IOException {
        OpenRange range = openRange(partition);
        manifest.add(history.commit(partition, range.first, next, range.rows));
        meters.rowsWritten(range.rows.size());
        openRanges.put(partition, new OpenRange(next, next));
    }

    private OpenRange openRange(int partition) {
        OpenRange range = openRanges.get(partition);
        if (range == null) {
            throw new IllegalStateException("partition " + partition + " was not recovered");
        }
        return range;
    }

    @Override
    public void close() {
        state.close();
    }
}
