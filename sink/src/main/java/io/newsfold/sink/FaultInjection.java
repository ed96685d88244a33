package io.newsfold.sink;

import org.jspecify.annotations.Nullable;

/** Counts the steps of the commits of one sink, and ends the process at its fault point. Not thread-safe. */
final class FaultInjection {
    /** Exit code of a process that was killed by SIGKILL. */
    private static final int KILLED = 137;

    private final @Nullable FaultPoint point;
    private int count;

    /** @param point null for no fault */
    FaultInjection(@Nullable FaultPoint point) {
        this.point = point;
    }

    static FaultInjection none() {
        return new FaultInjection(null);
    }

    /** Called right after each step. */
    void after(CommitStep step) {
        if (point != null && point.step() == step && ++count == point.count()) {
            Runtime.getRuntime().halt(KILLED); // no shutdown hook runs, as with a kill
        }
    }
}
