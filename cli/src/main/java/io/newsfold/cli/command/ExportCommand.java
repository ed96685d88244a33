package io.newsfold.cli.command;

import io.newsfold.cli.export.ExportTable;
import io.newsfold.cli.option.ArticleFilter;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.cli.topic.CurrentStories;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import io.newsfold.sink.OutputException;
import io.newsfold.sink.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold export}: the current articles, their entities or quotations, or the stories as one flat table. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the current articles, the entities or quotations of each, or the stories as one table: all rows, times in UTC.",
            "The filters choose articles; a story is written where one of its articles is chosen.",
            "What has no date has none in the table, and is in no span of --since and --until."
        })
public final class ExportCommand implements Callable<Integer> {
    /** How a table is written. */
    enum TableFormat {
        CSV,
        JSONL,
        PARQUET
    }

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ArticleFilter filter = new ArticleFilter();

    @Parameters(paramLabel = "WHAT", description = "articles, entities, quotes or stories")
    private ExportTable what;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "format of what is written: csv, jsonl or parquet (default: by the ending of FILE, else csv)")
    private @Nullable TableFormat asked;

    @Option(names = "--to", paramLabel = "FILE", description = "target: the file to write (default: standard output)")
    private @Nullable Path target;

    @SuppressWarnings("NullAway.Init")
    public ExportCommand() {}

    @Override
    public Integer call() {
        TableFormat format = format();
        if (format == TableFormat.PARQUET && target == null) {
            throw new IllegalArgumentException("Parquet goes to a file: name one with --to FILE");
        }
        Predicate<EnrichedArticle> wanted = filter.predicate();
        Properties client = cluster.client();
        List<EnrichedArticle> articles = CurrentArticles.read(client).all().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(article -> article.article().id()))
                .toList();
        List<Story> stories = what == ExportTable.STORIES ? CurrentStories.read(client) : List.of();
        try {
            long rows = target == null || format == TableFormat.PARQUET
                    ? write(format, articles, stories, System.out)
                    : writeFile(target, format, articles, stories);
            System.err.println("newsfold: " + rows + " rows" + (target == null ? "" : " in " + target)
                    + (articles.isEmpty() ? filter.suggestion() : ""));
        } catch (IOException e) {
            throw new OutputException(
                    "cannot write the table: " + FolderCheck.reason(target == null ? Path.of("-") : target, e), e);
        }
        return ExitCodes.OK;
    }

    /** As asked, else by the ending of the file, else CSV. */
    private TableFormat format() {
        String name = target == null ? "" : String.valueOf(target.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (asked != null || ending.isEmpty() || ending.equals(name)) {
            return asked == null ? TableFormat.CSV : asked;
        }
        return Arrays.stream(TableFormat.values())
                .filter(format -> format.name().equalsIgnoreCase(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " ends in none of .csv, .jsonl and .parquet: name the format with --format"));
    }

    private long writeFile(Path file, TableFormat format, List<EnrichedArticle> articles, List<Story> stories)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return write(format, articles, stories, out);
        }
    }

    /** @param out without effect for Parquet, which has a file of its own */
    private long write(TableFormat format, List<EnrichedArticle> articles, List<Story> stories, OutputStream out)
            throws IOException {
        try (Table table = table(format, out)) {
            return what == ExportTable.STORIES
                    ? writeStories(articles, stories, table)
                    : writeArticles(articles, table);
        }
    }

    private Table table(TableFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> Table.csv(out, what.columns());
            case JSONL -> Table.jsonLines(out);
            case PARQUET -> Table.parquet(Objects.requireNonNull(target), what.columns());
        };
    }

    private long writeArticles(List<EnrichedArticle> articles, Table table) throws IOException {
        long rows = 0;
        for (EnrichedArticle article : articles) {
            for (var row : what.rows(article)) {
                table.write(row);
                rows++;
            }
        }
        return rows;
    }

    private static long writeStories(List<EnrichedArticle> articles, List<Story> stories, Table table)
            throws IOException {
        Set<String> chosen =
                articles.stream().map(article -> article.place().story().id()).collect(Collectors.toSet());
        long rows = 0;
        for (Story story : stories) {
            if (chosen.contains(story.id())) {
                table.write(ExportTable.row(story));
                rows++;
            }
        }
        return rows;
    }
}
