package io.newsfold.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The folder of the files. */
public final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "folder of the files (default: ${DEFAULT-VALUE})")
    private Path out;

    @SuppressWarnings("NullAway.Init")
    public OutOption() {}

    public Path path() {
        return out;
    }

    /** The folder, where it exists. */
    public Optional<Path> existing() {
        return Optional.of(out).filter(Files::isDirectory);
    }
}
