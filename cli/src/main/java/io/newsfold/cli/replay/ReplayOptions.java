package io.newsfold.cli.replay;

import io.newsfold.cli.option.FieldsOption;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.ingest.publish.DeliverySorter;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The order, the rate and the range of a replay. */
public final class ReplayOptions {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayOptions.class);
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/s)?");
    private static final Pattern SPEED = Pattern.compile("(\\d+(?:\\.\\d+)?)x?");

    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description = "send in a random order, drawn from this seed, instead of the order of the files")
    private @Nullable Long shuffle;

    @Option(names = "--rate", paramLabel = "N/s", description = "send N articles a second, as 50/s")
    private @Nullable String rate;

    @Option(
            names = "--speed",
            paramLabel = "Nx",
            description = "keep the intervals between the times of articles, but N times shorter, as 60x")
    private @Nullable String speed;

    @Mixin
    private ReplaySpan span = new ReplaySpan();

    @Mixin
    private FieldsOption fields = new FieldsOption();

    @Option(names = "--again", description = "send records that were sent before, too (the output stays the same)")
    private boolean again;

    /**
     * Publishes everything below {@code paths}.
     *
     * @param data folder of the list of records that were sent
     * @param goOn asked before each record; once it is false, the replay ends, and the next one sends the rest
     */
    public Replay replay(List<Path> paths, Properties client, Path data, QuietOption quiet, BooleanSupplier goOn) {
        SendRate sendRate = rate();
        SentRecords records = SentRecords.open(data, client);
        try (RawProducer producer = new RawProducer(client);
                ProgressDisplay progress = new ProgressDisplay("articles sent", quiet.isQuiet())) {
            ReplaySender sender = new ReplaySender(producer, records, sendRate, progress, again, goOn);
            boolean complete = deliver(new FileFeed(paths, quiet::report, fields.mapping()), sender, progress);
            if (complete) {
                producer.flush();
                records.finish();
            }
            return sender.result();
        }
    }

    /** @return whether the whole feed was delivered */
    private boolean deliver(FileFeed feed, ReplaySender sender, ProgressDisplay progress) {
        try {
            deliverInOrder(feed, sender, progress);
            return true;
        } catch (ReplaySender.StoppedException e) {
            LOG.info("{}", e.getMessage());
            return false;
        }
    }

    private void deliverInOrder(FileFeed feed, Consumer<Delivery> send, ProgressDisplay progress) {
        if (shuffle == null && !needsTimeOrder()) {
            feed.read(send);
            return;
        }
        try (DeliverySorter order = new DeliverySorter(span::time, span.since(), span.until())) {
            feed.read(order::add);
            progress.expect(order.size());
            if (shuffle != null) {
                order.shuffled(shuffle, send);
            } else {
                order.sorted(send);
            }
        }
    }

    private boolean needsTimeOrder() {
        return speed != null || span.isLimited();
    }

    /** @throws IllegalArgumentException where the options contradict each other or are malformed */
    public void check() {
        rate();
        fields.mapping();
    }

    /**
     * The rate of the replay.
     *
     * @throws IllegalArgumentException where the options contradict each other or are malformed
     */
    private SendRate rate() {
        span.check();
        if (rate != null && speed != null) {
            throw new IllegalArgumentException("--rate and --speed exclude each other");
        }
        if (rate != null) {
            return SendRate.rate(number(rate, RATE, "--rate takes articles a second, as 50/s, not "));
        }
        if (speed != null && shuffle != null) {
            throw new IllegalArgumentException(
                    "--speed and --shuffle exclude each other: a shuffled feed has no intervals to keep");
        }
        return speed == null
                ? SendRate.unlimited()
                : SendRate.speed(number(speed, SPEED, "--speed takes a factor, as 60x, not "), span::time);
    }

    private static double number(String text, Pattern form, String complaint) {
        Matcher match = form.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(complaint + text);
        }
        return Double.parseDouble(match.group(1));
    }
}
