package io.newsfold.desk.web;

import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ConsumerLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The status of the desk, looked up every two seconds at most, by one request at a time. Thread-safe. */
final class DeskStatusWatch implements Supplier<DeskStatus> {
    private static final Duration VALID = Duration.ofSeconds(2);

    private final IndexQueries queries;
    private final Cluster cluster;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile DeskStatus last = new DeskStatus(0, 0);
    private volatile Instant until = Instant.MIN;

    DeskStatusWatch(IndexQueries queries, Cluster cluster, Clock clock) {
        this.queries = queries;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public DeskStatus get() {
        if (clock.instant().isAfter(until) && looking.compareAndSet(false, true)) {
            try {
                last = new DeskStatus(brokenSources(), waiting());
            } finally {
                until = clock.instant().plus(VALID);
                looking.set(false);
            }
        }
        return last;
    }

    private long brokenSources() {
        return queries.sources().stream()
                .filter(source -> source.failure() != null)
                .count();
    }

    /** A page is shown also while the broker is away. */
    private long waiting() {
        try {
            return ConsumerLag.of(cluster).getOrDefault(Topic.RAW.topicName(), 0L);
        } catch (BrokerException e) {
            return 0;
        }
    }
}
