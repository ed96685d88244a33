package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.replay.Replay;
import io.newsfold.cli.replay.ReplayOptions;
import io.newsfold.cli.replay.ReplayProgress;
import io.newsfold.ingest.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
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
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "folders, or files: .html .txt .md .json .jsonl .csv .tsv .rss .warc, .gz of each")
    private List<Path> paths;

    @Option(names = "--quiet", description = "print errors only")
    private boolean quiet;

    @SuppressWarnings("NullAway.Init")
    public ReplayCommand() {}

    @Override
    public Integer call() {
        replay.check(); // rejects wrong options before anything starts
        paths.forEach(path -> {
            if (!Files.exists(path)) {
                throw new InputException("there is no file or folder " + path);
            }
        });
        Properties client = cluster.client();
        Replay result = replay.replay(paths, client, cluster.data(), new ReplayProgress(System.err, quiet), () -> true);
        result.printDoubts(System.err);
        if (!quiet) {
            result.summary().lines("").forEach(line -> System.err.println("newsfold: " + line));
        }
        return result.summary().refusals() == 0 && result.doubts().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_REJECTED;
    }
}
