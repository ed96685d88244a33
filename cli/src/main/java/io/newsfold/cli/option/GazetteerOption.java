package io.newsfold.cli.option;

import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.enrich.tag.InvalidGazetteerException;
import io.newsfold.enrich.tag.UserGazetteer;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The user's own list of names. */
public final class GazetteerOption {
    @Option(
            names = "--gazetteer",
            paramLabel = "FILE",
            description = "your own names: CSV or JSON Lines of name, aliases, id and type")
    private @Nullable Path file;

    /**
     * The shipped aliases, after the user's own where a list is given.
     *
     * @throws InputException where the list cannot be read
     */
    public AliasTable aliases() {
        if (file == null) {
            return AliasTable.shipped();
        }
        try {
            return AliasTable.with(UserGazetteer.read(file));
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (InvalidGazetteerException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
