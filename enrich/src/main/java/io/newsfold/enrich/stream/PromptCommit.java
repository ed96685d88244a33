package io.newsfold.enrich.stream;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Passes records on, and asks for a commit soon after one that has just arrived, so that its results are visible at
 * once. A backlog waits for the interval of commits: each commit costs as much as some articles.
 */
final class PromptCommit<V> implements FixedKeyProcessor<String, V, V> {
    /** Commits of a thread that has a backlog only. */
    static final Duration BACKLOG_INTERVAL = Duration.ofSeconds(1);

    /** A record passes all parts of the job within this time where none of them has a backlog. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Duration interval;
    private FixedKeyProcessorContext<String, V> context;
    private boolean isDue;

    /** @param interval of commits while records have just arrived */
    @SuppressWarnings("NullAway.Init")
    PromptCommit(Duration interval) {
        this.interval = interval;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, V> initial) {
        context = initial;
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> commit());
    }

    @Override
    public void process(FixedKeyRecord<String, V> entry) {
        isDue |= context.currentSystemTimeMs() - entry.timestamp() < FRESH.toMillis();
        context.forward(entry);
    }

    private void commit() {
        if (isDue) {
            context.commit();
            isDue = false;
        }
    }
}
