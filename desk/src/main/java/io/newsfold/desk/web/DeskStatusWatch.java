package io.newsfold.desk.web;

import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ConsumerLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The status of the desk. What the broker tells is of the request before, or two seconds old, so that no page waits for
 * it. Thread-safe.
 */
final class DeskStatusWatch implements Supplier<DeskStatus> {
    private static final Duration VALID = Duration.ofSeconds(2);

    private final IndexQueries queries;
    private final Cluster cluster;
    private final BooleanSupplier isBehind;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long waiting;
    private volatile Instant until = Instant.MIN;

    /** @param isBehind whether the index has not read all that the topics have */
    DeskStatusWatch(IndexQueries queries, Cluster cluster, BooleanSupplier isBehind, Clock clock) {
        this.isBehind = isBehind;
        this.queries = queries;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public DeskStatus get() {
        if (clock.instant().isAfter(until) && asking.compareAndSet(false, true)) {
            var unused = CompletableFuture.runAsync(this::ask);
        }
        long broken = queries.sources().stream()
                .filter(source -> source.failure() != null)
                .count();
        return new DeskStatus(broken, waiting, isBehind.getAsBoolean());
    }

    private void ask() {
        try {
            waiting = ConsumerLag.of(cluster).getOrDefault(Topic.RAW.topicName(), 0L);
        } catch (BrokerException e) {
            waiting = 0; // pages are shown while the broker is away
        } finally {
            until = clock.instant().plus(VALID);
            asking.set(false);
        }
    }
}
