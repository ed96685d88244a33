package io.newsfold.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sleeps until a time. */
public interface Sleeper {
    /** Sleeps until {@code time}, and returns whether it was reached: false when the program stops. */
    boolean until(Instant time);

    /** Sleeps on the clock for as long as {@code goOn} is true, which is checked ten times a second. */
    static Sleeper on(InstantSource clock, BooleanSupplier goOn) {
        return time -> {
            while (goOn.getAsBoolean()) {
                Duration left = Duration.between(clock.instant(), time);
                if (left.isNegative() || left.isZero()) {
                    return true;
                }
                LockSupport.parkNanos(Math.min(left.toMillis() + 1, 100) * 1_000_000);
            }
            return false;
        };
    }
}
