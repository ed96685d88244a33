package io.newsfold.desk.web;

import io.newsfold.contract.Json;
import io.newsfold.sink.ParquetList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list of stories or articles, in every representation but that of a page.
 *
 * @param title of the list
 * @param path of the list, without the ending
 * @param format of its rows
 * @param rows those of this section
 * @param all number of rows of the whole list
 * @param next address of the section after this one; null on the last
 * @param every passes on all rows of the whole list, for CSV and JSON Lines; null where a section is asked for
 */
record Listing<T>(
        String title,
        String path,
        RowFormat<T> format,
        List<T> rows,
        long all,
        @Nullable String next,
        @Nullable Consumer<Consumer<T>> every) {
    private record ListingJson<T>(
            String title, long all, @Nullable String next, List<T> items) {}

    Listing {
        rows = List.copyOf(rows);
    }

    /**
     * The list in a representation; the header {@code Link} has the address of the next section, where there is one.
     */
    ResourceResponse as(Representation representation) {
        Consumer<Consumer<T>> all = every;
        if (all != null && representation.isForManyRows()) {
            return ResourceResponse.streamed(
                    representation, out -> RowStream.of(format, representation).write(all, out));
        }
        ResourceResponse section = section(representation);
        return next == null ? section : section.with("Link", "<" + next + ">; rel=\"next\"");
    }

    private ResourceResponse section(Representation representation) {
        return switch (representation) {
            case HTML -> throw new IllegalArgumentException("a page has more content than its list: " + path);
            case JSON -> ResourceResponse.json(200, new ListingJson<>(title, all, next, rows));
            case JSON_FEED -> ResourceResponse.ok(representation, SyndicationFeeds.json(title, path, items()));
            case ATOM -> ResourceResponse.ok(representation, SyndicationFeeds.atom(title, path, items()));
            case CSV, JSON_LINES ->
                ResourceResponse.streamed(
                        representation,
                        out -> RowStream.of(format, representation).write(rows::forEach, out));
            case PARQUET -> ResourceResponse.ok(representation, parquet());
        };
    }

    private List<FeedItem> items() {
        return rows.stream().map(format.item()).toList();
    }

    private byte[] parquet() {
        try {
            return ParquetList.bytes(
                    format.topic(), rows.stream().map(Json::bytes).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + " as Parquet", e);
        }
    }
}
