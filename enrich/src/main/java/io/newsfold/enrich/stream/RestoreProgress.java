package io.newsfold.enrich.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Measures how much the stores still have to restore from their changelogs. Thread-safe. */
final class RestoreProgress implements StateRestoreListener, AutoCloseable {
    /** Records left to restore, by changelog. */
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    private final MeterRegistry meters;
    private final Counter restored;
    private final List<Gauge> gauges;

    RestoreProgress(MeterRegistry meters) {
        this.meters = meters;
        restored = meters.counter("newsfold.restore.records");
        gauges = List.of(
                Gauge.builder("newsfold.restore.remaining.records", left, RestoreProgress::sum)
                        .register(meters),
                Gauge.builder("newsfold.restore.stores", left, Map::size).register(meters));
    }

    private static long sum(Map<TopicPartition, Long> left) {
        return left.values().stream().mapToLong(n -> n).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long first, long end) {
        left.put(changelog, end - first);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long end, long count) {
        restored.increment((double) count);
        left.computeIfPresent(changelog, (partition, n) -> Math.max(0, n - count));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    /** Removes the gauges, so that the next job of this process can register its own. */
    @Override
    public void close() {
        gauges.forEach(meters::remove);
    }
}
