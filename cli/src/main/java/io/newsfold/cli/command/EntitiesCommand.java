package io.newsfold.cli.command;

import io.newsfold.cli.option.DataOption;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.option.TaggerOptions;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.build.BuildProgress;
import io.newsfold.enrich.entity.build.EntityBuild;
import io.newsfold.ingest.source.InputException;
import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsfold entities}: builds tables of entities and looks names up in them. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        description =
                "Builds a table of entities from a Wikidata dump or from lists (build), or looks a name up (find).")
public final class EntitiesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public EntitiesCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = {
                "Builds a table from JSON dumps of Wikidata (plain, .gz or .bz2; - reads standard input), or from lists:",
                "CSV or JSON Lines with id, name, aliases, type, description, sitelinks, population, latitude, longitude,"
                        + " relations.",
                "Keeps people, places, organisations, events, works and groups. A build that was stopped goes on where it"
                        + " was."
            })
    int build(
            @Parameters(arity = "1..*", paramLabel = "DUMP|-", description = "dumps and lists") List<String> inputs,
            @Option(
                            names = {"--out", "-o"},
                            paramLabel = "FILE",
                            description = "the table (default: entities/wikidata.entities in the data folder)")
                    @Nullable
                    Path out,
            @Option(
                            names = "--languages",
                            split = ",",
                            paramLabel = "CODE",
                            description = "languages whose names are kept, as Wikidata calls them (default: all)")
                    @Nullable
                    Set<String> languages,
            @Option(
                            names = "--min-sitelinks",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "leave out entities with pages in fewer wikis; a dump without any keeps all"
                                    + " (default: ${DEFAULT-VALUE})")
                    int minSitelinks,
            @Mixin DataOption data,
            @Mixin QuietOption quiet) {
        for (String input : inputs) {
            if (!input.equals("-") && !Files.isRegularFile(Path.of(input))) {
                throw new InputException("there is no file " + input);
            }
        }
        Path table =
                out == null ? data.path().resolve("entities").resolve("wikidata" + TaggerOptions.TABLE_ENDING) : out;
        Set<String> wanted = new HashSet<>();
        if (languages != null) {
            languages.forEach(language -> wanted.add(language.strip().toLowerCase(Locale.ROOT)));
        }
        EntityBuild build = new EntityBuild(new EntityBuild.Settings(wanted, Math.max(0, minSitelinks)));
        EntityBuild.Report report = build(build, inputs, table, quiet);
        if (report.entities() == 0) {
            throw new InputException("no entity in " + String.join(", ", inputs)
                    + ": is it a dump of Wikidata, or a list with id, name and type?");
        }
        EntityTable made = TaggerOptions.open(table);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d entities with %,d names, version %s (%,d lines; left out: %,d of other classes, %,d little known,"
                        + " %,d twice, %,d unreadable)%n",
                table,
                made.size(),
                made.names(),
                made.version(),
                report.lines(),
                report.ofNoType(),
                report.littleKnown(),
                report.twice(),
                report.unreadable());
        return report.unreadable() > 0 ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private static EntityBuild.Report build(EntityBuild build, List<String> inputs, Path table, QuietOption quiet) {
        try {
            Path folder = table.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return build.build(inputs, table.toAbsolutePath(), new Printer(quiet));
        } catch (IOException e) {
            throw new OutputException("cannot build " + table + ": " + e.getMessage(), e);
        }
    }

    /** Prints how far a build is, and the first lines that are none. */
    private static final class Printer implements BuildProgress {
        private static final int MOST_UNREADABLE = 5;
        private static final long INTERVAL_NANOS = 10_000_000_000L;

        private final QuietOption quiet;
        private long printed = System.nanoTime();
        private int unreadable;

        Printer(QuietOption quiet) {
            this.quiet = quiet;
        }

        private void report(String line) {
            if (System.nanoTime() - printed >= INTERVAL_NANOS) {
                printed = System.nanoTime();
                quiet.report(line);
            }
        }

        @Override
        public void resumed(long lines) {
            quiet.report(String.format(Locale.ROOT, "goes on behind line %,d of a build that was stopped", lines));
        }

        @Override
        public void read(long lines, long kept) {
            report(String.format(Locale.ROOT, "read %,d lines, %,d entities", lines, kept));
        }

        @Override
        public void unreadable(String input, long line, String why) {
            unreadable++;
            if (unreadable <= MOST_UNREADABLE) {
                System.err.println("newsfold: " + input + ":" + line + " is no entity: " + why);
            }
        }

        @Override
        public void written(long entities, long all) {
            report(String.format(Locale.ROOT, "wrote %,d of %,d entities", entities, all));
        }
    }

    /** A line of the output of {@code find}. */
    private record FoundEntity(
            String id,
            @Nullable EntityType type,
            String name,
            String match,
            String description,
            int sitelinks,
            List<String> relations) {}

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Prints the entities that a table has for a name, as JSON Lines, the best known first.")
    int find(
            @Parameters(index = "0", paramLabel = "TABLE", description = "a table of newsfold entities build")
                    Path table,
            @Parameters(index = "1", paramLabel = "NAME", description = "a name") String name) {
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
