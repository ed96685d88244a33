package io.newsfold.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for tests, whose time passes only when a test or a sleeper says so. */
public final class ManualClock implements InstantSource {
    private Instant now;

    public ManualClock(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** Moves the time to {@code time} unless it is later already. */
    public synchronized void await(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
