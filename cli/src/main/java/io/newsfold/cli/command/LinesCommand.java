package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.LineFeed;
import java.io.BufferedInputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold lines}: sends articles from standard input. */
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        description = {
            "Reads articles as JSON Lines from standard input, and sends each as soon as its line ends.",
            "A line with a fetch time (fetched) can be sent twice; it counts once."
        })
public final class LinesCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @SuppressWarnings("NullAway.Init")
    public LinesCommand() {}

    @Override
    public Integer call() {
        long[] sent = {0};
        TreeMap<String, Long> refused = new TreeMap<>();
        try (RawProducer producer = new RawProducer(cluster.client())) {
            new LineFeed(new BufferedInputStream(System.in), "stdin", Clock.systemUTC()).read(delivery -> {
                producer.publish(delivery);
                var refusal = delivery.refusal();
                if (refusal != null) {
                    refused.merge(refusal.reason().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
                } else {
                    sent[0]++;
                }
            });
            producer.flush();
        }
        System.err.println(
                "newsfold: " + sent[0] + " records sent" + (refused.isEmpty() ? "" : ", refused: " + refused));
        return refused.isEmpty() ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
    }
}
