package io.newsfold.sink;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day of a record in UTC, as {@code 2026-03-02}, for the name of its folder: that of an article's publication, and
 * that of the earliest article of a story. Only the times are read: Jackson checks the rest and skips it.
 */
final class RecordDate {
    /** The name of Hive, and so of DuckDB, for no value: nothing in the record has a date of publication. */
    static final String NONE = "__HIVE_DEFAULT_PARTITION__";

    private static final ObjectReader TIMES = Json.reader(Times.class);

    private record Times(
            @Nullable OffsetDateTime datePublished,
            @Nullable Instant first,
            @Nullable List<Version> versions,
            @Nullable List<Member> articles) {

        Optional<Instant> published() throws IOException {
            if (datePublished != null) {
                return Optional.of(datePublished.toInstant());
            }
            boolean fetched =
                    versions != null && !versions.isEmpty() && versions.get(0).firstFetched() != null;
            if (first == null && !fetched) {
                throw new IOException("a record without a time");
            }
            return articles == null
                    ? Optional.empty()
                    : articles.stream()
                            .map(Member::published)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder());
        }
    }

    private record Version(@Nullable Instant firstFetched) {}

    private record Member(@Nullable Instant time, @Nullable Boolean undated) {
        private @Nullable Instant published() {
            return Boolean.TRUE.equals(undated) ? null : time;
        }
    }

    private RecordDate() {}

    /** @throws IOException where the bytes are not one JSON object with a time */
    static String of(byte[] json) throws IOException {
        return day(TIMES.readValue(json));
    }

    /** @throws IOException where the object has no time */
    static String of(ObjectNode object) throws IOException {
        return day(TIMES.readValue(object));
    }

    private static String day(@Nullable Times times) throws IOException {
        if (times == null) {
            throw new IOException("null is not a record");
        }
        try {
            return times.published()
                    .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC).toString())
                    .orElse(NONE);
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }
}
