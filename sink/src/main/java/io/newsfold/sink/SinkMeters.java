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

/** The metrics of a sink. Its own thread updates them, any thread may read them. */
final class SinkMeters {
    private static final long NONE = Long.MAX_VALUE;

    private final MeterRegistry meters;
    private final Counter read;
    private final Counter written;
    private final AtomicLong lag = new AtomicLong();
    /** Timestamp of the oldest record that was read and is not in {@code latest}; milliseconds. */
    private final AtomicLong oldest = new AtomicLong(NONE);

    /** @param isWaiting whether the sink waits to try again after a failed write */
    SinkMeters(MeterRegistry meters, BooleanSupplier isWaiting) {
        this.meters = meters;
        read = meters.counter("newsfold.sink.read.records");
        written = meters.counter("newsfold.sink.written.rows");
        Gauge.builder("newsfold.sink.lag.records", lag, AtomicLong::get).register(meters);
        TimeGauge.builder("newsfold.sink.oldest.age", oldest, TimeUnit.MILLISECONDS, SinkMeters::age)
                .register(meters);
        Gauge.builder("newsfold.sink.waiting", isWaiting, waiting -> waiting.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(meters);
    }

    private static double age(AtomicLong oldest) {
        long time = oldest.get();
        return time == NONE ? 0 : Math.max(0, System.currentTimeMillis() - time);
    }

    /** @param time timestamp of the record, in milliseconds */
    void recordRead(long time) {
        read.increment();
        oldest.accumulateAndGet(time, Math::min);
    }

    /** @param rows number of new rows in files of the history */
    void rowsWritten(int rows) {
        written.increment(rows);
    }

    /** Everything read is in {@code latest} now. */
    void latestUpdated() {
        oldest.set(NONE);
    }

    /** @param records number of records on the topics that the sink has not read */
    void lag(long records) {
        lag.set(records);
    }

    void recordRejected() {
        String reason = Rejection.Reason.SCHEMA.name().toLowerCase(Locale.ROOT);
        meters.counter("newsfold.rejected", "stage", "sink", "reason", reason).increment();
    }
}
