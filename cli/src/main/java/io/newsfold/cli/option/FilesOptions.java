package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.sink.FileSink;
import io.newsfold.sink.Format;
import io.newsfold.sink.OutputException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The folder, the format and the commit interval of the files. */
public final class FilesOptions {
    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "format of what is written: jsonl, gzip or zstd (JSON Lines, plain or compressed) or parquet"
                    + " (default: ${DEFAULT-VALUE})")
    private String format;

    @Option(
            names = "--gather",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description =
                    "longest time that changes wait before they are written to a file of the history, as 10s; latest"
                            + " does not wait (default: ${DEFAULT-VALUE})")
    private Duration gather;

    @SuppressWarnings("NullAway.Init")
    public FilesOptions() {}

    public Path out() {
        return out.path();
    }

    /**
     * Finds out before anything starts whether the folder can be written.
     *
     * @throws OutputException where it cannot, or another program writes to it
     */
    public void check() {
        FolderCheck.requireWritable("--out", out.path());
        FileSink.requireFree(out.path());
    }

    /** @throws IllegalArgumentException where the format is unknown */
    public FileSink.Config config() {
        return new FileSink.Config(out.path(), format(), gather);
    }

    /** @throws IllegalArgumentException where the format is unknown */
    Format format() {
        return Format.named(format);
    }
}
