package io.newsfold.cli.command;

import io.newsfold.sink.Compaction;
import io.newsfold.sink.Format;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold compact}: rewrites the history into few large files, without the rows of withdrawn articles. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description =
                "Rewrites the history into few large files, without the rows of withdrawn articles. No sink may run on"
                        + " the folder.")
public final class CompactCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "OUT",
            defaultValue = "out",
            description = "folder of the files (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "format of the new files (default: the format of the old ones)")
    private @Nullable String format;

    @SuppressWarnings("NullAway.Init")
    public CompactCommand() {}

    @Override
    public Integer call() {
        Compaction.Summary outcome = Compaction.run(out, format == null ? null : Format.named(format), Instant.now());
        System.out.println(outcome.before() + " files of the history are " + outcome.after() + " now, "
                + outcome.erased() + " rows of withdrawn articles were removed");
        return ExitCodes.OK;
    }
}
