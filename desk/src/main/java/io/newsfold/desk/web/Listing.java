package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.contract.Topic;
import io.newsfold.sink.ParquetList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of stories or articles, to be had in every shape but that of a page.
 *
 * @param title what is listed
 * @param path where it is, without the ending
 * @param all how many there are; {@code rows} are some of them
 * @param next address of those that follow, null at the end
 */
record Listing<T>(
        String title,
        String path,
        Rows<T> kind,
        List<T> rows,
        long all,
        @Nullable String next) {
    /** What the rows are, and what is told of one. */
    record Rows<T>(Topic topic, List<String> columns, Function<T, List<String>> cells, Function<T, Item> item) {}

    /** A row as a feed has it. */
    record Item(String path, @Nullable String external, String title, String text, Instant time, List<String> tags) {}

    private record Page<T>(String title, long all, @Nullable String next, List<T> items) {}

    static final Rows<Story> STORIES = new Rows<>(
            Topic.STORIES,
            List.of("id", "headline", "first", "last", "articles", "sources"),
            s -> List.of(
                    s.id(),
                    s.headline(),
                    s.first().toString(),
                    s.last().toString(),
                    Integer.toString(s.articles().size()),
                    String.join("; ", s.sources())),
            s -> new Item(
                    "/stories/" + s.id(),
                    null,
                    s.headline(),
                    s.articles().size() + " articles: " + String.join(", ", s.sources()),
                    s.last(),
                    s.entities().stream().map(Story.Topical::name).limit(5).toList()));

    static final Rows<EnrichedArticle> ARTICLES = new Rows<>(
            Topic.ENRICHED,
            List.of(
                    "id",
                    "url",
                    "headline",
                    "publisher",
                    "datePublished",
                    "firstFetched",
                    "inLanguage",
                    "story",
                    "storyHeadline",
                    "relation",
                    "parent",
                    "revision",
                    "flags"),
            a -> List.of(
                    a.article().id(),
                    orEmpty(a.article().url()),
                    a.article().text().headline(),
                    orEmpty(a.article().source().publisher()),
                    orEmpty(a.article().text().datePublished()),
                    a.article().seen().toString(),
                    a.article().text().inLanguage(),
                    a.place().story().id(),
                    a.place().story().headline(),
                    a.place().lineage().relation().name().toLowerCase(Locale.ROOT),
                    orEmpty(a.place().lineage().parent()),
                    Integer.toString(a.article().versions().size()),
                    String.join(" ", a.article().flags())),
            a -> new Item(
                    "/articles/" + a.article().id(),
                    a.article().url(),
                    a.article().text().headline(),
                    a.article().text().articleBody(),
                    a.article().time(),
                    a.article().flags()));

    Listing {
        rows = List.copyOf(rows);
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    ResourceResponse as(Representation shape) {
        return switch (shape) {
            case HTML -> throw new IllegalArgumentException("a page is made of more than its list");
            case JSON -> ResourceResponse.ok(shape, Json.bytes(new Page<>(title, all, next, rows)));
            case JSON_FEED -> ResourceResponse.ok(shape, SyndicationFeeds.json(title, path, items()));
            case ATOM -> ResourceResponse.ok(shape, SyndicationFeeds.atom(title, path, items()));
            case CSV -> ResourceResponse.ok(shape, csv());
            case PARQUET -> ResourceResponse.ok(shape, parquet());
        };
    }

    private List<Item> items() {
        return rows.stream().map(kind.item()).toList();
    }

    private byte[] csv() {
        Csv csv = new Csv().row(kind.columns());
        rows.forEach(row -> csv.row(kind.cells().apply(row)));
        return csv.bytes();
    }

    private byte[] parquet() {
        try {
            return ParquetList.bytes(
                    kind.topic(), rows.stream().map(Json::bytes).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + " as Parquet", e);
        }
    }
}
