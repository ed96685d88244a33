package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.replay.Replay;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.cli.replay.ReplayProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold replay}: publishes files and folders to a running pipeline. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Publishes files and folders of articles to a running pipeline. An article sent twice changes nothing.")
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "folders, or files: .html .txt .md .json .jsonl .csv .tsv .rss .warc, .gz of each")
    private List<Path> paths;

    @Mixin
    private QuietOption quiet = new QuietOption();

    @SuppressWarnings("NullAway.Init")
    public ReplayCommand() {}

    @Override
    public Integer call() {
        replay.check(); // rejects wrong options before anything starts
        paths.forEach(InputPath::check);
        Properties client = cluster.client();
        Replay result = replay.replay(
                paths, client, cluster.data(), new ReplayProgress(System.err, quiet.isQuiet()), () -> true);
        result.printDoubts(System.err);
        result.summary().lines("").forEach(quiet::report);
        return result.summary().refusals() == 0 && result.doubts().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
    }
}
