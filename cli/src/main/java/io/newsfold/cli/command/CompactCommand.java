package io.newsfold.cli.command;

import io.newsfold.cli.option.OutArgument;
import io.newsfold.sink.Compaction;
import io.newsfold.sink.Format;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold compact}: rewrites the history into few large files, without the rows of withdrawn articles. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description =
                "Rewrites the history into few large files, without the rows of withdrawn articles. No sink may run on"
                        + " the folder.")
public final class CompactCommand implements Callable<Integer> {
    @Mixin
    private OutArgument out = new OutArgument();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "format of what is written: jsonl, gzip, zstd or parquet (default: that of the old files)")
    private @Nullable String format;

    @Override
    public Integer call() {
        Compaction.Summary outcome =
                Compaction.run(out.path(), format == null ? null : Format.named(format), Instant.now());
        System.out.println(outcome.before() + " files of the history are " + outcome.after() + " now, "
                + outcome.erased() + " rows of withdrawn articles were removed");
        return ExitCodes.OK;
    }
}
