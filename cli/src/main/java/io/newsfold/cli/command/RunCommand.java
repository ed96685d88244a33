package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.FilesOptions;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.option.JobOptions;
import io.newsfold.cli.option.MonitoringOptions;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.option.RejectionLimit;
import io.newsfold.cli.option.WebOptions;
import io.newsfold.cli.pipeline.DataLock;
import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.cli.print.ChangePrinter;
import io.newsfold.cli.print.OutcomeSummary;
import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.cli.print.StoryPrinter;
import io.newsfold.cli.print.UndatedArticles;
import io.newsfold.cli.replay.Replay;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.cli.topic.CurrentStories;
import io.newsfold.contract.Json;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.desk.web.WebServer;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.FileSink;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold run}: the whole pipeline in one process, on a feed. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline on a feed, with an embedded Kafka broker, until stopped.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Option(
            names = "--feed",
            paramLabel = "PATH",
            description = "folder or file to replay first (default: the seed feed)")
    private @Nullable Path feed;

    @Option(names = "--no-feed", description = "replay nothing; wait for articles that other commands send")
    private boolean noFeed;

    @Mixin
    private FilesOptions files = new FilesOptions();

    @Mixin
    private JobOptions job = new JobOptions(2);

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Option(names = "--once", description = "stop when all work is done: every record is in the files")
    private boolean once;

    @Mixin
    private RejectionLimit rejections = new RejectionLimit();

    @Mixin
    private WebOptions web = new WebOptions();

    @Mixin
    private QuietOption quiet = new QuietOption();

    @SuppressWarnings("NullAway.Init")
    public RunCommand() {}

    @Override
    public Integer call() {
        Path path = noFeed ? null : feed();
        long maxRejects = rejections.records(path);
        replay.check(); // rejects wrong options before anything starts
        FileSink.Config sink = files.config();
        Tagger tagger = job.tagger(cluster.data());
        TopicRules topics = job.topics();
        check();
        Pipeline.Config config = new Pipeline.Config(
                cluster.external().orElse(null),
                cluster.data(),
                sink,
                job.partitions().partitions(),
                job.shards(),
                job.threads(),
                tagger,
                topics,
                job.crossLanguage());
        try (GracefulShutdown shutdown = GracefulShutdown.onSignal();
                Pipeline pipeline = Pipeline.start(config);
                @Nullable WebServer desk = desk(pipeline)) {
            job.partitions().check(pipeline.cluster());
            monitoring.serve(pipeline.metrics(), pipeline::trouble);
            quiet.report("broker " + pipeline.client().getProperty("bootstrap.servers") + ", data in " + cluster.data()
                    + ", files in " + files.out());
            if (desk != null) {
                quiet.report("the desk is at " + desk.address());
            }
            long refused = 0;
            if (path != null) {
                refused = replay(path, pipeline, shutdown::isOpen).summary().refusals();
            }
            if (!awaitCaughtUp(pipeline, shutdown)) {
                return ExitCodes.OK; // a signal arrived: closing the pipeline drains it
            }
            new StoryPrinter(System.out).print(CurrentStories.read(pipeline.client()));
            OutcomeSummary outcomes = new OutcomeSummary(OutcomeReport.read(pipeline.client()));
            outcomes.printRejections(System.err);
            UndatedArticles.read(pipeline.client()).sentence().ifPresent(quiet::report);
            System.out.println(outcomes.totals() + (refused == 0 ? "" : ", " + refused + " refused before the topic"));
            if (!once) {
                follow(pipeline, shutdown);
            }
            return exitCode(outcomes, refused, maxRejects);
        }
    }

    private boolean awaitCaughtUp(Pipeline pipeline, GracefulShutdown shutdown) {
        try (ProgressDisplay display = ProgressDisplay.ofJob(quiet.isQuiet())) {
            return pipeline.awaitCaughtUp(display::show, shutdown::isOpen);
        }
    }

    /** Finds out what would fail, before anything starts and before a folder is made. */
    private void check() {
        job.check();
        monitoring.check();
        if (hasDesk()) {
            web.check();
        }
        FolderCheck.requireWritable("--data", cluster.data());
        DataLock.requireFree(cluster.data());
        DataLock.requireFree(cluster.data().resolve("state"));
        files.check();
    }

    /** Whether the run has a desk: one that ends soon needs none, unless a port was given. */
    private boolean hasDesk() {
        return !once || web.hasPort();
    }

    /** Null where the run ends soon and no port was given. */
    private @Nullable WebServer desk(Pipeline pipeline) {
        if (!hasDesk()) {
            return null;
        }
        return web.start(pipeline.client(), cluster.data(), pipeline.metrics());
    }

    private Path feed() {
        Path path = feed == null ? Path.of(System.getProperty("newsfold.home", "."), "seeds", "feed") : feed;
        InputPath.check(path);
        return path;
    }

    private Replay replay(Path path, Pipeline pipeline, BooleanSupplier goOn) {
        Replay result = replay.replay(List.of(path), pipeline.client(), cluster.data(), quiet, goOn);
        result.summary().lines(" from " + path).forEach(quiet::report);
        result.summary().refusedLines().forEach(line -> System.err.println("newsfold: " + line));
        if (feed == null) {
            quiet.report(
                    "these are invented articles, to try newsfold on; for your own start with newsfold run --no-feed"
                            + " and an empty --data (newsfold reset makes it so)");
        }
        return result;
    }

    /** @param refused inputs of this run that never became raw records */
    private static int exitCode(OutcomeSummary outcomes, long refused, long maxRejects) {
        return outcomes.rejected() + refused > maxRejects ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    /** Prints the changes of stories until a signal arrives. */
    private void follow(Pipeline pipeline, GracefulShutdown shutdown) {
        quiet.report("running; newsfold add FILE adds an article, Ctrl-C stops");
        ChangePrinter printer = new ChangePrinter(System.out);
        try (TopicReader reader = TopicReader.fromEnd(pipeline.client(), Topic.CHANGES)) {
            reader.follow(
                    () -> {
                        pipeline.throwFailure();
                        printer.printDue(System.nanoTime());
                        return shutdown.isOpen();
                    },
                    entry -> printer.add(Json.read(entry.value(), StoryChange.class), System.nanoTime()));
        }
    }
}
