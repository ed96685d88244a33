package io.newsfold.cli.option;

import io.newsfold.sink.ExistingOutput;
import io.newsfold.sink.NoOutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
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

    /**
     * The folder, which has to have the files of this cluster.
     *
     * @throws NoOutputException where it does not
     */
    public ExistingOutput required(Properties client) {
        ExistingOutput existing = ExistingOutput.at(out);
        existing.requireTopicsOf(client);
        return existing;
    }
}
