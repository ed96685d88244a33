package io.newsfold.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The current articles or stories that a user chooses, as one flat table in a file or on standard output. */
public final class TableOutput {
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "format of what is written: csv, jsonl or parquet (default: by the ending of FILE, else csv)")
    private @Nullable TableFormat asked;

    @Option(names = "--to", paramLabel = "FILE", description = "target: the file to write (default: standard output)")
    private @Nullable Path target;

    public TableOutput() {}

    /**
     * Writes those rows of the chosen articles that are wanted, and says how many.
     *
     * @throws IllegalArgumentException where options have no sense
     * @throws OutputException where the table cannot be written
     */
    public void write(ExportTable what, Predicate<ObjectNode> isWanted) {
        TableFormat format = format();
        if (format == TableFormat.PARQUET && target == null) {
            throw new IllegalArgumentException("Parquet goes to a file: name one with --to FILE");
        }
        Predicate<EnrichedArticle> isChosen = filter.predicate();
        Properties client = cluster.client();
        List<EnrichedArticle> articles = CurrentArticles.read(client).all().stream()
                .filter(isChosen)
                .sorted(Comparator.comparing(article -> article.article().id()))
                .toList();
        Stream<ObjectNode> rows = what == ExportTable.STORIES
                ? stories(articles, client)
                : articles.stream().flatMap(article -> what.rows(article).stream());
        try {
            long count = write(what, format, rows.filter(isWanted).iterator());
            System.err.println("newsfold: " + count + " rows" + (target == null ? "" : " in " + target)
                    + (articles.isEmpty() ? filter.suggestion() : ""));
        } catch (IOException e) {
            throw new OutputException(
                    "cannot write the table: " + FolderCheck.reason(target == null ? Path.of("-") : target, e), e);
        }
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

    private static Stream<ObjectNode> stories(List<EnrichedArticle> articles, Properties client) {
        Set<String> chosen =
                articles.stream().map(article -> article.place().story().id()).collect(Collectors.toSet());
        List<Story> stories = CurrentStories.read(client);
        return stories.stream().filter(story -> chosen.contains(story.id())).map(ExportTable::row);
    }

    private long write(ExportTable what, TableFormat format, Iterator<ObjectNode> rows) throws IOException {
        if (target == null) {
            return write(table(what, format, System.out), rows);
        }
        if (format == TableFormat.PARQUET) {
            return write(Table.parquet(target, what.columns()), rows);
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            return write(table(what, format, out), rows);
        }
    }

    private static Table table(ExportTable what, TableFormat format, OutputStream out) throws IOException {
        return format == TableFormat.JSONL ? Table.jsonLines(out) : Table.csv(out, what.columns());
    }

    private static long write(Table opened, Iterator<ObjectNode> rows) throws IOException {
        try (Table table = opened) {
            long count = 0;
            while (rows.hasNext()) {
                table.write(rows.next());
                count++;
            }
            return count;
        }
    }
}
