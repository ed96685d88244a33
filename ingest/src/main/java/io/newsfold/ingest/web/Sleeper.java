package io.newsfold.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a time of the clock. */
public interface ClockWait {
    /** @return whether it came; false where there is no more waiting */
    boolean until(Instant time);

    /** Waits for as long as {@code goOn} says, asked ten times a second. */
    static ClockWait on(InstantSource clock, BooleanSupplier goOn) {
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
