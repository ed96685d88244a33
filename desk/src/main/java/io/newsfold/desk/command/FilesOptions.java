package io.newsfold.desk.command;

import io.newsfold.sink.FileSink;
import io.newsfold.sink.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where files go, and what kind they are. */
final class FilesOptions {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

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
            description =
                    "longest time that changes wait for more before they are in a file of the history, as 10s; latest does not wait (default: ${DEFAULT-VALUE})")
    private String gather;

    @SuppressWarnings("NullAway.Init")
    FilesOptions() {}

    Path out() {
        return out.path();
    }

    /** @throws IllegalArgumentException where the options make no sense */
    FileSink.Config config() {
        return new FileSink.Config(out.path(), format(), duration(gather));
    }

    /** @throws IllegalArgumentException where there is no such format */
    Format format() {
        return Format.named(format);
    }

    private static Duration duration(String text) {
        Matcher match = DURATION.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("--gather takes a time, as 500ms, 10s or 5m, not " + text);
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
