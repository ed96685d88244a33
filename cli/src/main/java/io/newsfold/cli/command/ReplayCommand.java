package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.print.OutcomeSummary;
import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.cli.print.UndatedArticles;
import io.newsfold.cli.replay.Replay;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import io.newsfold.kafka.outcome.OutcomeReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
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
        Map<TopicPartition, Long> before = wait ? rawEnds(client) : Map.of();
        Replay result = replay.replay(paths, client, cluster.data(), quiet, () -> true);
        result.printDoubts(System.err);
        result.summary().lines("").forEach(quiet::report);
        boolean rejected = result.summary().refusals() > 0 || !result.doubts().isEmpty();
        if (wait) {
            awaitJob(client);
            rejected |= report(since(before, OutcomeReport.read(client)), client) > 0;
        }
        return rejected ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private static Map<TopicPartition, Long> rawEnds(Properties client) {
        try (Cluster kafka = new Cluster(client)) {
            return kafka.ends(kafka.existing(List.of(Topic.RAW.topicName())));
        }
    }

    /** The outcomes of the records that came after these offsets, those of other programs included. */
    private static OutcomeSummary since(Map<TopicPartition, Long> before, OutcomeReport all) {
        List<OutcomeReport.Delivery> later = all.deliveries().stream()
                .filter(delivery -> {
                    Coordinates at = delivery.at();
                    return at.offset() >= before.getOrDefault(new TopicPartition(at.topic(), at.partition()), 0L);
                })
                .toList();
        return new OutcomeSummary(new OutcomeReport(later, List.of(), List.of()));
    }

    private long report(OutcomeSummary outcomes, Properties client) {
        outcomes.printRejections(System.err);
        quiet.report("everything is processed: " + outcomes.totals());
        UndatedArticles.read(client).sentence().ifPresent(quiet::report);
        return outcomes.rejected();
    }

    private void awaitJob(Properties client) {
        try (Cluster kafka = new Cluster(client);
                ProgressDisplay display = ProgressDisplay.ofJob(quiet.isQuiet())) {
            ProcessingStatus status = new ProcessingStatus(kafka, client);
            if (!status.isCaughtUp() && !kafka.hasMembers(InternalTopics.APPLICATION_ID)) {
                System.err.println("newsfold: no newsfold enrich is running: waiting for one");
            }
            while (!status.isCaughtUp()) {
                display.show(status.progress());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
