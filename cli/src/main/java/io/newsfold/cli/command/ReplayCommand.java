package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.cli.print.UndatedArticles;
import io.newsfold.cli.replay.Replay;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.contract.InternalTopics;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold replay}: publishes files and folders to a running pipeline. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Publishes files and folders of articles to a running pipeline. An article sent twice changes nothing.")
public final class ReplayCommand implements Callable<Integer> {
    private static final long PAUSE_NANOS = 250_000_000;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "folders, or files: .html .txt .md .json .jsonl .csv .tsv .rss .warc, .gz of each")
    private List<Path> paths;

    @Option(names = "--wait", description = "wait until all work is done: that of the job")
    private boolean wait;

    @Mixin
    private QuietOption quiet = new QuietOption();

    @SuppressWarnings("NullAway.Init")
    public ReplayCommand() {}

    @Override
    public Integer call() {
        replay.check(); // rejects wrong options before anything starts
        paths.forEach(InputPath::check);
        Properties client = cluster.client();
        Replay result = replay.replay(paths, client, cluster.data(), quiet, () -> true);
        result.printDoubts(System.err);
        result.summary().lines("").forEach(quiet::report);
        if (wait) {
            awaitJob(client);
        }
        return result.summary().refusals() == 0 && result.doubts().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
    }

    private void awaitJob(Properties client) {
        try (Cluster kafka = new Cluster(client);
                ProgressDisplay display = new ProgressDisplay("raw records processed", quiet.isQuiet())) {
            ProcessingStatus status = new ProcessingStatus(kafka, client);
            if (!status.isCaughtUp() && !kafka.hasMembers(InternalTopics.APPLICATION_ID)) {
                System.err.println("newsfold: no newsfold enrich is running: waiting for one");
            }
            while (!status.isCaughtUp()) {
                display.show(status.progress());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        quiet.report("everything is processed");
        UndatedArticles.read(client).sentence().ifPresent(quiet::report);
    }
}
