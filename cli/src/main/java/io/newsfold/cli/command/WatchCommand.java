package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.DurationConverter;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.publish.SourceProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FolderWatch;
import io.newsfold.ingest.source.InputException;
import io.newsfold.ingest.web.Sleeper;
import io.newsfold.kafka.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold watch}: a folder into which others put files. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Sends each file that is put into a folder, once, and goes on until stopped. A .jsonl that grows is read on.",
            "A file that is made elsewhere and renamed into the folder is never seen half."
        })
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "DIR", description = "the folder, with all below it")
    private Path folder;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "look so often (default: ${DEFAULT-VALUE})")
    private Duration every;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "500ms",
            converter = DurationConverter.class,
            description = "take a file that has been quiet for so long (default: ${DEFAULT-VALUE})")
    private Duration settle;

    @Option(names = "--once", description = "take what is there, then stop")
    private boolean once;

    @Option(names = "--quiet", description = "print nothing but what went wrong")
    private boolean quiet;

    @SuppressWarnings("NullAway.Init")
    public WatchCommand() {}

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder);
        }
        Path whole = folder.toAbsolutePath().normalize();
        String id = FolderWatch.id(whole);
        InstantSource clock = InstantSource.system();
        Properties client = cluster.client();
        long[] refused = {0};
        try (GracefulShutdown drain = GracefulShutdown.onSignal();
                SourceProducer producer = new SourceProducer(client, "watch " + id)) {
            // read when the producer is there: nobody else of this name writes any more
            SourceState known = TopicReader.table(client, Topic.SOURCES, SourceState.class)
                    .getOrDefault(id, SourceState.fresh(id, SourceState.Kind.FOLDER));
            Duration quietTime = once ? Duration.ZERO : settle;
            FolderWatch watch = new FolderWatch(whole, known, quietTime, clock, System.err::println, (sent, state) -> {
                producer.publish(sent, state);
                refused[0] += tell(sent);
            });
            Sleeper waiter = Sleeper.on(clock, drain::isOpen);
            watch.scan(drain::isOpen);
            while (!once && drain.isOpen()) {
                waiter.until(clock.instant().plus(every));
                watch.scan(drain::isOpen);
            }
        }
        return once && refused[0] > 0 ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    /** How many were refused. */
    private long tell(List<Delivery> sent) {
        long refused = sent.stream().filter(d -> d.refusal() != null).count();
        sent.stream()
                .filter(d -> d.doubt() != null)
                .forEach(d -> System.err.println("newsfold: " + TerminalText.line(String.valueOf(d.doubt()))));
        if (!quiet && sent.size() > refused) {
            System.err.println("newsfold: " + (sent.size() - refused) + " records from " + folder);
        }
        return refused;
    }
}
