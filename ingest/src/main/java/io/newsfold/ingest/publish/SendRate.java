package io.newsfold.ingest.publish;

import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.InstantParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When the next article is due. */
public interface SendRate {
    /** How long after the start of the replay the delivery is due. */
    Duration due(long number, Delivery delivery);

    /** As fast as it goes. */
    static SendRate unlimited() {
        return (number, delivery) -> Duration.ZERO;
    }

    /** So many articles a second. */
    static SendRate rate(double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is more than 0 a second, not " + perSecond);
        }
        return (number, delivery) -> Duration.ofNanos((long) (number * 1e9 / perSecond));
    }

    /** The gaps between the times that {@code clock} reads, so many times faster. Deliveries have to come in their order. */
    static SendRate speed(double times, Function<Delivery, Instant> clock) {
        if (!(times > 0)) {
            throw new IllegalArgumentException("a speed is more than 0 times, not " + times);
        }
        return new SendRate() {
            private @Nullable Instant first;

            @Override
            public Duration due(long number, Delivery delivery) {
                Instant time = clock.apply(delivery);
                if (first == null) {
                    first = time;
                }
                return Duration.ofNanos((long) (Duration.between(first, time).toMillis() * 1e6 / times));
            }
        };
    }

    /** When the article was published, else when it was fetched. */
    static Instant time(Delivery delivery) {
        return Optional.ofNullable(delivery.about().published())
                .flatMap(InstantParser::instant)
                .orElse(delivery.about().fetched());
    }

    /** Sleeps until the delivery is due. */
    default void await(long startNanos, long number, Delivery delivery) {
        long due = startNanos + due(number, delivery).toNanos();
        for (long left = due - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
