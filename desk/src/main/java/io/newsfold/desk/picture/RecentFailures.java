package io.newsfold.desk.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses that had no picture lately; the newest 10,000 are remembered. Thread-safe. */
final class RecentFailures {
    private static final int MAX = 10_000;
    private static final Duration PASSING = Duration.ofMinutes(10);
    private static final Duration LASTING = Duration.ofDays(1);

    private final InstantSource clock;

    /** When to try again, by address; the oldest failure first. */
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX;
        }
    };

    RecentFailures(InstantSource clock) {
        this.clock = clock;
    }

    /** @param mayComeLater whether another try makes sense in ten minutes already, not in a day */
    synchronized void add(String url, boolean mayComeLater) {
        until.remove(url); // so that it becomes the newest
        until.put(url, clock.instant().plus(mayComeLater ? PASSING : LASTING));
    }

    synchronized boolean contains(String url) {
        Instant end = until.get(url);
        return end != null && clock.instant().isBefore(end);
    }
}
