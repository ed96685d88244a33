package io.newsfold.cli.command;

import io.newsfold.cli.option.DataOption;
import io.newsfold.cli.option.QuietOption;
import io.newsfold.cli.option.TaggerOptions;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold entities build}: builds a table of entities. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds a table from JSON dumps of Wikidata (plain, .gz or .bz2; - reads standard input), or from lists:",
            "CSV or JSON Lines with id, name, aliases, type, description, sitelinks, population, latitude, longitude,"
                    + " relations.",
            "Keeps people, places, organisations, events, works and groups. A build of files that was stopped goes on where"
                    + " it was."
        })
public final class EntitiesBuildCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DUMP|-", description = "dumps and lists")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "the table (default: entities/wikidata.entities in the data folder)")
    private @Nullable Path out;

    @Option(
            names = "--languages",
            split = ",",
            paramLabel = "CODE",
            description = "languages whose names are kept, as Wikidata calls them (default: all)")
    private Set<String> languages = new HashSet<>();

    @Option(
            names = "--min-sitelinks",
            paramLabel = "N",
            defaultValue = "3",
            description = "leave out entities with pages in fewer wikis; a dump without any keeps all"
                    + " (default: ${DEFAULT-VALUE})")
    private int minSitelinks;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private QuietOption quiet = new QuietOption();

    @Override
    public Integer call() {
        for (String input : inputs) {
            if (!input.equals("-") && !Files.isRegularFile(Path.of(input))) {
                throw new InputException("there is no file " + input);
            }
        }
        Path table =
                out == null ? TaggerOptions.folder(data.path()).resolve("wikidata" + TaggerOptions.TABLE_ENDING) : out;
        Set<String> wanted = new HashSet<>();
        languages.forEach(language -> wanted.add(language.strip().toLowerCase(Locale.ROOT)));
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
}
