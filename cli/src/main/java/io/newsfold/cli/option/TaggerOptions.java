package io.newsfold.cli.option;

import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.InvalidEntityTableException;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.enrich.tag.InvalidGazetteerException;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.enrich.tag.UserGazetteer;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The names that the tagger knows: the user's own list and tables of entities. */
public final class TaggerOptions {
    /** How the name of a table of entities ends. */
    public static final String TABLE_ENDING = ".entities";

    @Option(
            names = "--gazetteer",
            paramLabel = "FILE",
            description = "your own names: CSV or JSON Lines of name, aliases, id and type")
    private @Nullable Path gazetteer;

    @Option(
            names = "--entities",
            paramLabel = "FILE",
            description = {
                "table of entities of newsfold entities build; may be given several times, the first is asked first",
                "(default: all *.entities in the folder entities of the data folder)"
            })
    private List<Path> entities = new ArrayList<>();

    /**
     * The tagger with these names after those that we ship.
     *
     * @param data the data folder, in whose folder {@code entities} tables may lie; null for a command without one
     * @throws InputException where a list or table cannot be read
     */
    public Tagger tagger(@Nullable Path data) {
        return new Tagger(aliases(), tables(data));
    }

    private AliasTable aliases() {
        if (gazetteer == null) {
            return AliasTable.shipped();
        }
        try {
            return AliasTable.with(UserGazetteer.read(gazetteer));
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + gazetteer, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + gazetteer + ": " + e.getMessage(), e);
        } catch (InvalidGazetteerException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<EntityTable> tables(@Nullable Path data) {
        List<EntityTable> tables = new ArrayList<>();
        for (Path file : entities.isEmpty() && data != null ? tablesIn(data) : entities) {
            tables.add(open(file));
        }
        return tables;
    }

    /** The folder of tables in a data folder. */
    public static Path folder(Path data) {
        return data.resolve("entities");
    }

    /**
     * The tables in the folder {@code entities} of a data folder, by name.
     *
     * @throws InputException where the folder cannot be read
     */
    public static List<Path> tablesIn(Path data) {
        Path folder = folder(data);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(TABLE_ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a table.
     *
     * @throws InputException where it cannot be read
     */
    public static EntityTable open(Path file) {
        try {
            return EntityTable.open(file);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (InvalidEntityTableException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
