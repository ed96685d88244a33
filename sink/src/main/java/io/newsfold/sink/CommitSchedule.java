package io.newsfold.sink;

import java.time.Duration;

/** The times of the next commit to the history and of the next update of {@code latest}. Not thread-safe. */
final class CommitSchedule {
    private static final Duration UPDATE_PAUSE = Duration.ofMillis(500);
    /** The pause after an update is at least so many times its duration: updates take a tenth of the time at most. */
    private static final int PAUSE_FACTOR = 9;

    private final long gatherNanos;
    private long nextCommit;
    private long nextUpdate = System.nanoTime();

    /** @param gather pause between commits to the history */
    CommitSchedule(Duration gather) {
        gatherNanos = gather.toNanos();
        nextCommit = System.nanoTime() + gatherNanos;
    }

    boolean isCommitDue() {
        return System.nanoTime() - nextCommit > 0;
    }

    void committed() {
        nextCommit = System.nanoTime() + gatherNanos;
    }

    boolean isUpdateDue() {
        return System.nanoTime() - nextUpdate > 0;
    }

    /** @param began time at which the update of {@code latest} began, from {@link System#nanoTime} */
    void updated(long began) {
        long now = System.nanoTime();
        nextUpdate = now + Math.max(UPDATE_PAUSE.toNanos(), (now - began) * PAUSE_FACTOR);
    }
}
