package io.newsfold.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.newsfold.contract.Rejection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** What is measured of a sink. Its thread tells, any thread may read. */
final class SinkMeters {
    private static final long NONE = Long.MAX_VALUE;

    private final MeterRegistry meters;
    private final Counter read;
    private final Counter written;
    private final AtomicLong behind = new AtomicLong();
    /** Timestamp of the oldest record that was read and is not in {@code latest}; milliseconds. */
    private final AtomicLong oldest = new AtomicLong(NONE);

    SinkMeters(MeterRegistry meters, BooleanSupplier waits) {
        this.meters = meters;
        read = meters.counter("newsfold.sink.read.records");
        written = meters.counter("newsfold.sink.written.rows");
        Gauge.builder("newsfold.sink.lag.records", behind, AtomicLong::get).register(meters);
        TimeGauge.builder("newsfold.sink.oldest.age", oldest, TimeUnit.MILLISECONDS, SinkMeters::age)
                .register(meters);
        Gauge.builder("newsfold.sink.waiting", waits, w -> w.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(meters);
    }

    private static double age(AtomicLong oldest) {
        long time = oldest.get();
        return time == NONE ? 0 : Math.max(0, System.currentTimeMillis() - time);
    }

    /** @param time timestamp of the record, in milliseconds */
    void read(long time) {
        read.increment();
        oldest.accumulateAndGet(time, Math::min);
    }

    /** Rows that are in files of the history now. */
    void wrote(int rows) {
        written.increment(rows);
    }

    /** Everything read is in {@code latest} now. */
    void allWritten() {
        oldest.set(NONE);
    }

    /** Records that can be read and were not yet. */
    void behind(long records) {
        behind.set(records);
    }

    /** A record that no file takes was rejected. */
    void refused() {
        String reason = Rejection.Reason.SCHEMA.name().toLowerCase(Locale.ROOT);
        meters.counter("newsfold.rejected", "stage", "sink", "reason", reason).increment();
    }
}
