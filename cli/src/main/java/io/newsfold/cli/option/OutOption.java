package io.newsfold.cli.option;

import io.newsfold.ingest.source.InputException;
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

    /**
     * The folder, which a sink has written to.
     *
     * @throws InputException where it is no such folder
     */
    public Path required() {
        if (!Files.exists(out.resolve(".topics"))) {
            throw new InputException(
                    "no sink has written to " + out.toAbsolutePath().normalize()
                            + " (it has no file .topics): name the folder of the files with --out");
        }
        return out;
    }

    /** The folder, where it exists. */
    public Optional<Path> existing() {
        return Optional.of(out).filter(Files::isDirectory);
    }
}
