package io.newsfold.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The folder of the files as the only argument of a command, or with {@code --out} as everywhere. */
public final class OutArgument {
    @Parameters(arity = "0..1", paramLabel = "OUT", description = "folder of the files, as --out names it")
    private @Nullable Path argument;

    @Mixin
    private OutOption option = new OutOption();

    public OutArgument() {}

    /** @throws IllegalArgumentException where two folders are named */
    public Path path() {
        Optional<Path> named = option.given();
        if (argument != null && named.isPresent() && !named.get().equals(argument)) {
            throw new IllegalArgumentException("two folders, " + argument + " and " + named.get() + ": name one");
        }
        return argument == null ? option.path() : argument;
    }
}
