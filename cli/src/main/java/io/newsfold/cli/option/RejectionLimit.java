package io.newsfold.cli.option;

import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many rejected records are no failure. */
public final class RejectionLimit {
    /** In a feed's folder: the number of its records that are to be rejected. */
    private static final String FILE = ".expected-rejections";

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            description = "exit with 3 where more than N records are rejected (default: the number in the file " + FILE
                    + " of the feed's folder, or 0)")
    private @Nullable Long given;

    /**
     * The number of records.
     *
     * @param feed a folder or file; null for none
     * @throws InputException where the folder's number cannot be read
     */
    public long records(@Nullable Path feed) {
        if (given != null) {
            return given;
        }
        Path file = feed == null ? null : feed.resolve(FILE);
        if (file == null || !Files.exists(file)) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            throw new InputException(file + " does not have one whole number", e);
        }
    }
}
