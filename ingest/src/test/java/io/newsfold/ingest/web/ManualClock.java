package io.newsfold.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for tests: its time passes where somebody waits. */
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

    /** Lets it be {@code time}, if it is not later already. */
    public synchronized void await(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
