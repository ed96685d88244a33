package io.newsfold.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder of this machine. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".newsfold",
            description = "folder of the embedded broker and of the job's stores (default: ${DEFAULT-VALUE})")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    public DataOption() {}

    public Path path() {
        return data;
    }
}
