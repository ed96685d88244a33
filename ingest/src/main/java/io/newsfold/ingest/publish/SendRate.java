package io.newsfold.ingest.publish;

import io.newsfold.ingest.source.Delivery;
import io.newsfold.text.date.InstantParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rate at which a replay sends deliveries. */
public interface SendRate {
    /**
     * Time from the start of the replay until the delivery is due.
     *
     * @param number from 0
     */
    Duration due(long number, Delivery delivery);

    /** Every delivery is due at once. */
    static SendRate unlimited() {
        return (number, delivery) -> Duration.ZERO;
    }

    /** A fixed number of deliveries per second. */
    static SendRate rate(double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is more than 0 a second, not " + perSecond);
        }
        return (number, delivery) -> Duration.ofNanos((long) (number * 1e9 / perSecond));
    }

    /**
     * Keeps the gaps between the times of the deliveries, divided by {@code factor}.
     *
     * @param clock reads the time of a delivery; deliveries must come in the order of their times
     */
    static SendRate speed(double factor, Function<Delivery, Instant> clock) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a speed is more than 0 times, not " + factor);
        }
        return new SendRate() {
            private @Nullable Instant first;

            @Override
            public Duration due(long number, Delivery delivery) {
                Instant time = clock.apply(delivery);
                if (first == null) {
                    first = time;
                }
                return Duration.ofNanos((long) (Duration.between(first, time).toMillis() * 1e6 / factor));
            }
        };
    }

    /** The publication time where it can be parsed, else the fetch time. */
    static Instant time(Delivery delivery) {
        return Optional.ofNullable(delivery.about().published())
                .flatMap(InstantParser::instant)
                .orElse(delivery.about().fetched());
    }

    /**
     * Sleeps until the delivery is due, or the thread is interrupted.
     *
     * @param startNanos start of the replay, as {@link System#nanoTime}
     * @param number from 0
     */
    default void await(long startNanos, long number, Delivery delivery) {
        long due = startNanos + due(number, delivery).toNanos();
        for (long left = due - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
