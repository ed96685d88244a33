package io.newsfold.cli.option;

import io.newsfold.sink.FileSink;
import io.newsfold.sink.Format;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where files go, and what kind they are. */
public final class FilesOptions {
    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description =
                    "jsonl, gzip or zstd (JSON Lines, plain or compressed) or parquet (default: ${DEFAULT-VALUE})")
    private String format;

    @Option(
            names = "--gather",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description =
                    "longest time that changes wait for more before they are in a file of the history, as 10s; latest does not wait (default: ${DEFAULT-VALUE})")
    private Duration gather;

    @SuppressWarnings("NullAway.Init")
    public FilesOptions() {}

    public Path out() {
        return out.path();
    }

    /** @throws IllegalArgumentException where the options make no sense */
    public FileSink.Config config() {
        return new FileSink.Config(out.path(), format(), gather);
    }

    /** @throws IllegalArgumentException where there is no such format */
    Format format() {
        return Format.named(format);
    }
}
