package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.FilesOptions;
import io.newsfold.cli.option.GazetteerOption;
import io.newsfold.cli.option.HealthOption;
import io.newsfold.cli.option.LogOption;
import io.newsfold.cli.option.WebOptions;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.cli.print.CurrentStories;
import io.newsfold.cli.print.StoryPrinter;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.cli.replay.ReplayProgress;
import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.desk.web.WebServer;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.FileSink;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold run}: the whole pipeline in one process, on a feed. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the pipeline on a feed, with a Kafka broker inside, and goes on until stopped.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplayOptions replaying = new ReplayOptions();

    @Option(
            names = "--feed",
            paramLabel = "PATH",
            description = "folder or file to replay first (default: the seed feed)")
    private @Nullable Path feed;

    @Option(names = "--no-feed", description = "replay nothing: wait for what is added")
    private boolean noFeed;

    @Mixin
    private FilesOptions files = new FilesOptions();

    @Mixin
    private HealthOption health = new HealthOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // Newsfold looks for it before
    private LogOption log = new LogOption();

    @Option(names = "--once", description = "stop when all is folded")
    private boolean once;

    @Option(
            names = "--partitions",
            defaultValue = "2",
            description = "of the keyed topics, when they are made (default: ${DEFAULT-VALUE})")
    private int partitions;

    @Option(
            names = "--shards",
            defaultValue = "1",
            description = "into which the search for pairs is divided (default: ${DEFAULT-VALUE})")
    private int shards;

    @Option(names = "--threads", defaultValue = "2", description = "of the job (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            defaultValue = "0",
            description = "end with 3 where more records than this are rejected (default: ${DEFAULT-VALUE})")
    private long maxRejects;

    @Mixin
    private WebOptions web = new WebOptions();

    @Mixin
    private GazetteerOption gazetteer = new GazetteerOption();

    @Option(names = "--quiet", description = "print stories and nothing else")
    private boolean quiet;

    @SuppressWarnings("NullAway.Init")
    public RunCommand() {}

    @Override
    public Integer call() {
        Path path = noFeed ? null : feed();
        replaying.pace(); // wrong options are told before anything starts
        FileSink.Config sink = files.config();
        AliasTable aliases = gazetteer.aliases();
        Pipeline.Config config = new Pipeline.Config(
                cluster.outside().orElse(null), cluster.data(), sink, partitions, shards, threads, aliases);
        try (GracefulShutdown drain = GracefulShutdown.onSignal();
                Pipeline pipeline = Pipeline.start(config);
                @Nullable WebServer desk = desk(pipeline)) {
            health.serve(pipeline.metrics(), pipeline::trouble);
            say("broker " + pipeline.client().getProperty("bootstrap.servers") + ", data in " + cluster.data()
                    + ", files in " + files.out());
            if (desk != null) {
                say("the desk is at " + desk.address());
            }
            if (path != null) {
                replay(path, pipeline, drain::isOpen);
            }
            if (!pipeline.awaitSettled(drain::isOpen)) {
                return ExitCodes.OK; // told to stop: closing the pipeline drains it
            }
            new StoryPrinter(System.out).print(CurrentStories.read(pipeline.client()));
            OutcomeReport accounts = OutcomeReport.read(pipeline.client());
            tellRejected(accounts);
            System.out.println(totals(accounts));
            if (!once) {
                follow(pipeline, drain);
            }
            return exitCode(accounts);
        }
    }

    /** None where all is over soon, and none was asked for. */
    private @Nullable WebServer desk(Pipeline pipeline) {
        if (once && !web.isAsked()) {
            return null;
        }
        return web.start(pipeline.client(), cluster.data(), pipeline.metrics());
    }

    private Path feed() {
        Path path = feed == null ? Path.of(System.getProperty("newsfold.home", "."), "seeds", "feed") : feed;
        if (!Files.exists(path)) {
            throw new InputException("there is no feed " + path);
        }
        return path;
    }

    private void replay(Path path, Pipeline pipeline, BooleanSupplier goOn) {
        ReplayOptions.Outcome outcome = replaying.replay(
                List.of(path), pipeline.client(), cluster.data(), new ReplayProgress(System.err, quiet), goOn);
        say(outcome.sent() + " records sent from " + path
                + (outcome.before() > 0 ? ", " + outcome.before() + " were sent before" : ""));
    }

    private static void tellRejected(OutcomeReport accounts) {
        for (OutcomeReport.Delivery entry : accounts.deliveries()) {
            if (entry.rejection() != null) {
                System.err.println("newsfold: rejected " + entry.about().origin() + ": "
                        + entry.rejection().reason().name().toLowerCase(Locale.ROOT) + ", "
                        + entry.rejection().message());
            }
        }
    }

    private static String totals(OutcomeReport accounts) {
        return accounts.deliveries().size() + " raw records: "
                + accounts.totals().entrySet().stream()
                        .map(t -> t.getValue() + " " + t.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private int exitCode(OutcomeReport accounts) {
        return accounts.totals().getOrDefault(Outcome.REJECTED, 0L) > maxRejects
                ? ExitCodes.SOME_REJECTED
                : ExitCodes.OK;
    }

    /** Prints what happens to stories until the process is told to stop. */
    private void follow(Pipeline pipeline, GracefulShutdown drain) {
        say("running; newsfold add FILE adds an article, Ctrl-C stops");
        PrintStream lines = System.out;
        try (TopicReader reader = TopicReader.fromEnd(pipeline.client(), Topic.CHANGES)) {
            reader.follow(
                    () -> {
                        pipeline.throwFailure();
                        return drain.isOpen();
                    },
                    entry -> lines.println(line(Json.read(entry.value(), StoryChange.class))));
        }
    }

    private static String line(StoryChange change) {
        Lineage.Evidence evidence = change.evidence();
        String why = evidence == null ? "" : " · both have " + String.join(", ", evidence.terms());
        return change.kind().name().toLowerCase(Locale.ROOT) + " story " + change.story()
                + (change.article() == null ? "" : " article " + change.article())
                + (change.from() == null ? "" : " from " + change.from())
                + why;
    }

    private void say(String sentence) {
        if (!quiet) {
            System.err.println("newsfold: " + sentence);
        }
    }
}
