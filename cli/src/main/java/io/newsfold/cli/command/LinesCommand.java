package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.FieldsOption;
import io.newsfold.cli.print.DeliverySummary;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.LineFeed;
import io.newsfold.text.article.FieldMapping;
import java.io.BufferedInputStream;
import java.time.Clock;
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

    @Mixin
    private FieldsOption fields = new FieldsOption();

    @SuppressWarnings("NullAway.Init")
    public LinesCommand() {}

    @Override
    public Integer call() {
        FieldMapping asked = fields.mapping();
        DeliverySummary summary = new DeliverySummary();
        try (RawProducer producer = new RawProducer(cluster.client())) {
            new LineFeed(new BufferedInputStream(System.in), "stdin", Clock.systemUTC(), asked).read(delivery -> {
                producer.publish(delivery);
                summary.add(delivery);
            });
            producer.flush();
        }
        summary.refusedLines().forEach(line -> System.err.println("newsfold: " + line));
        summary.lines("").forEach(line -> System.err.println("newsfold: " + line));
        return summary.refusals() == 0 ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
    }
}
