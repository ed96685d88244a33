package io.newsfold.cli.replay;

import io.newsfold.ingest.publish.DeliverySorter;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import io.newsfold.ingest.source.InstantParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How a feed is replayed: in which order, how fast, and what was sent before. */
public final class ReplayOptions {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayOptions.class);
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/s)?");
    private static final Pattern SPEED = Pattern.compile("(\\d+(?:\\.\\d+)?)x?");

    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description = "send in an order drawn from this number instead of the order of files")
    private @Nullable Long shuffle;

    @Option(names = "--rate", paramLabel = "N/s", description = "send so many articles a second, as 50/s")
    private @Nullable String rate;

    @Option(
            names = "--speed",
            paramLabel = "Nx",
            description = "keep the gaps between the times of articles, so many times faster, as 60x")
    private @Nullable String speed;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "leave out what is earlier; a day, as 2026-11-01 (UTC), or 2026-11-01T06:00:00Z. In order of time")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "leave out this time and what is later. In order of time")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "CLOCK",
            defaultValue = "published",
            description =
                    "which time --speed, --from and --to mean: published, or fetched where an article has no such date; or fetched (default: ${DEFAULT-VALUE})")
    private Clock by = Clock.PUBLISHED;

    @Option(names = "--again", description = "send what was sent before, too (it changes nothing)")
    private boolean again;

    /** A time that each delivery has, withdrawals too. */
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

    /** Told to stop in the middle: the producer is closed, and with it all is sent. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /**
     * What a replay did.
     *
     * @param sent records published
     * @param before records left out because an earlier replay published them
     * @param doubts sentences on records that the job will reject
     */
    public record Outcome(long sent, long before, List<String> doubts) {}

    /**
     * Publishes everything below {@code paths}.
     *
     * @param data folder that remembers what was sent
     * @param goOn asked before each record; where it says no, what was sent is finished, and the rest is left for the next replay
     */
    public Outcome replay(
            List<Path> paths, Properties client, Path data, ReplayProgress progress, BooleanSupplier goOn) {
        SendRate pace = pace();
        List<String> doubts = new ArrayList<>();
        SentRecords sent = SentRecords.open(data, client);
        long[] counts = new long[2];
        try (RawProducer producer = new RawProducer(client)) {
            long start = System.nanoTime();
            Consumer<Delivery> send = delivery -> {
                if (!goOn.getAsBoolean()) {
                    throw new Stopped();
                }
                if (!sent.add(delivery.eventId()) && !again) {
                    counts[1]++;
                    return;
                }
                pace.await(start, counts[0], delivery);
                producer.publish(delivery);
                counts[0]++;
                if (delivery.doubt() != null) {
                    doubts.add(
                            delivery.refusal() == null ? delivery.doubt() + ": it will be rejected" : delivery.doubt());
                }
                progress.sent(counts[0]);
            };
            deliver(new FileFeed(paths, progress::remark), send, progress);
            producer.flush();
            sent.finish();
        } catch (Stopped e) {
            LOG.info("stopped after {} records", counts[0]);
        }
        progress.done();
        return new Outcome(counts[0], counts[1], doubts);
    }

    private void deliver(FileFeed feed, Consumer<Delivery> send, ReplayProgress progress) {
        if (shuffle == null && !inTime()) {
            feed.read(send);
            return;
        }
        try (DeliverySorter order = new DeliverySorter(by::time, time("--from", from), time("--to", to))) {
            feed.read(order::add);
            progress.expect(order.size());
            if (shuffle != null) {
                order.shuffled(shuffle, send);
            } else {
                order.sorted(send);
            }
        }
    }

    private boolean inTime() {
        return speed != null || from != null || to != null;
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        return text == null
                ? null
                : InstantParser.instant(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                option + " takes a time, as 2026-11-01 or 2026-11-01T06:00:00Z, not " + text));
    }

    /** @throws IllegalArgumentException where the options make no sense */
    public SendRate pace() {
        Instant first = time("--from", from);
        Instant last = time("--to", to);
        if (first != null && last != null && !first.isBefore(last)) {
            throw new IllegalArgumentException("--from " + from + " is not before --to " + to);
        }
        if (rate != null && speed != null) {
            throw new IllegalArgumentException("--rate and --speed exclude each other");
        }
        if (rate != null) {
            return SendRate.rate(number(rate, RATE, "--rate takes articles a second, as 50/s, not "));
        }
        if (speed != null && shuffle != null) {
            throw new IllegalArgumentException(
                    "--speed and --shuffle exclude each other: a shuffled feed has no gaps to keep");
        }
        return speed == null
                ? SendRate.unlimited()
                : SendRate.speed(number(speed, SPEED, "--speed takes a factor, as 60x, not "), by::time);
    }

    private static double number(String text, Pattern form, String complaint) {
        Matcher match = form.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(complaint + text);
        }
        return Double.parseDouble(match.group(1));
    }
}
