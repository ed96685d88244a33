package io.newsfold.cli.replay;

import io.newsfold.cli.option.TimeConverter;
import io.newsfold.cli.option.TimeSpan;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The time from which and up to which a feed is replayed. {@code --from}, {@code --to} and {@code --by} are former
 * names.
 */
final class ReplaySpan {
    @Mixin
    private TimeSpan span = new TimeSpan();

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            description = "time that --speed, --since and --until refer to: published (fetched, where an article has no"
                    + " such date) or fetched (default: published)")
    private @Nullable Clock clock;

    @Option(names = "--from", hidden = true, converter = TimeConverter.class)
    private @Nullable Instant from;

    @Option(names = "--to", hidden = true, converter = TimeConverter.class)
    private @Nullable Instant to;

    @Option(names = "--by", hidden = true)
    private @Nullable Clock by;

    ReplaySpan() {}

    /** A time of a delivery; each has it, withdrawals too. */
    enum Clock {
        PUBLISHED,
        FETCHED;

        Instant time(Delivery delivery) {
            return switch (this) {
                case PUBLISHED -> SendRate.time(delivery);
                case FETCHED -> delivery.about().fetched();
            };
        }
    }

    /** Null for no first time. */
    @Nullable
    Instant since() {
        return span.since() == null ? from : span.since();
    }

    /** Null for no last time. */
    @Nullable
    Instant until() {
        return span.until() == null ? to : span.until();
    }

    boolean isLimited() {
        return since() != null || until() != null;
    }

    Instant time(Delivery delivery) {
        return Objects.requireNonNullElse(clock == null ? by : clock, Clock.PUBLISHED)
                .time(delivery);
    }

    /** @throws IllegalArgumentException where no time is in the span */
    void check() {
        TimeSpan.check(since(), until());
    }
}
