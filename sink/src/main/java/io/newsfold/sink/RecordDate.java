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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day of a record in UTC, for the name of its folder: an article's publication, else its first fetch; the first
 * report of a story. Only the times are read: Jackson checks the rest and skips it.
 */
final class RecordDate {
    private static final ObjectReader TIMES = Json.reader(Times.class);

    private record Times(
            @Nullable OffsetDateTime datePublished,
            @Nullable Instant first,
            @Nullable List<Version> versions) {

        Instant time() throws IOException {
            if (datePublished != null) {
                return datePublished.toInstant();
            }
            if (first != null) {
                return first;
            }
            Instant firstFetched = versions == null || versions.isEmpty()
                    ? null
                    : versions.get(0).firstFetched();
            if (firstFetched == null) {
                throw new IOException("a record without a time");
            }
            return firstFetched;
        }
    }

    private record Version(@Nullable Instant firstFetched) {}

    private RecordDate() {}

    /** @throws IOException where the bytes are not one JSON object with a time */
    static LocalDate of(byte[] json) throws IOException {
        return day(TIMES.readValue(json));
    }

    /** @throws IOException where the object has no time */
    static LocalDate of(ObjectNode object) throws IOException {
        return day(TIMES.readValue(object));
    }

    private static LocalDate day(@Nullable Times times) throws IOException {
        if (times == null) {
            throw new IOException("null is not a record");
        }
        try {
            return LocalDate.ofInstant(times.time(), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }
}
