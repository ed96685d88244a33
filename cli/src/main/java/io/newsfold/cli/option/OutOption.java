package io.newsfold.cli.option;

import io.newsfold.sink.ExistingOutput;
import io.newsfold.sink.NoOutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of the files. */
public final class OutOption {
    private static final String USUAL = "out";

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the files (default: " + USUAL + ")")
    private @Nullable Path out;

    public OutOption() {}

    public Path path() {
        return given().orElse(Path.of(USUAL));
    }

    /** The folder, where the option was given. */
    Optional<Path> given() {
        return Optional.ofNullable(out);
    }

    /** The folder, where it exists. */
    public Optional<Path> existing() {
        return Optional.of(path()).filter(Files::isDirectory);
    }

    /**
     * The folder, which has to have the files of this cluster.
     *
     * @throws NoOutputException where it does not
     */
    public ExistingOutput required(Properties client) {
        ExistingOutput existing = ExistingOutput.at(path());
        existing.requireTopicsOf(client);
        return existing;
    }
}
