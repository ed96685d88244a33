package io.newsfold.cli.command;

import io.newsfold.cli.option.TaggerOptions;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code newsfold entities find}: looks a name up in a table of entities. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Prints the entities that a table has for a name, as JSON Lines, the best known first.")
public final class EntitiesFindCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "a table of newsfold entities build")
    private Path table;

    @Parameters(index = "1", paramLabel = "NAME", description = "a name")
    private String name;

    @SuppressWarnings("NullAway.Init")
    public EntitiesFindCommand() {}

    /** A line of the output of {@code find}. */
    private record FoundEntity(
            String id,
            @Nullable EntityType type,
            String name,
            String match,
            String description,
            int sitelinks,
            List<String> relations) {}

    @Override
    public Integer call() {
        EntityTable entities = TaggerOptions.open(table);
        List<EntityCandidate> found = new ArrayList<>(entities.candidates(EntityType.PERSON, name));
        found.addAll(entities.bySurname(name));
        found.stream().limit(Limits.ENTITIES).forEach(candidate -> {
            var entity = candidate.entity();
            System.out.println(Json.text(new FoundEntity(
                    entity.id(),
                    entity.type(),
                    entity.name(),
                    candidate.match().name().toLowerCase(Locale.ROOT),
                    entity.description(),
                    entity.sitelinks(),
                    entity.relations())));
        });
        if (found.isEmpty()) {
            System.err.println("newsfold: " + table + " has no \"" + name + "\"");
        }
        return ExitCodes.OK;
    }
}
