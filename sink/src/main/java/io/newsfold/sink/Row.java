package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to a file.
 *
 * @param id key of the record
 * @param json one line without its end; null where the thing is no more
 * @param date day of publication in UTC, for the folder; null with {@code json}
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record Row(String id, byte @Nullable [] json, @Nullable LocalDate date) {

    /** Reads the day out of a record: an article's publication, else its first fetch; a story's first report. */
    static Row of(String id, byte @Nullable [] json) {
        if (json == null) {
            return new Row(id, null, null);
        }
        try {
            JsonNode node = Json.reader(JsonNode.class).readTree(json);
            String time = node.path("datePublished").asText(node.path("first").asText(""));
            return new Row(
                    id,
                    json,
                    day(
                            time.isEmpty()
                                    ? node.path("versions")
                                            .path(0)
                                            .path("firstFetched")
                                            .asText()
                                    : time));
        } catch (IOException | DateTimeException e) {
            throw new UncheckedIOException(
                    "record " + id + " is not one of ours", e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static LocalDate day(String time) {
        Instant instant = time.endsWith("Z")
                ? Instant.parse(time)
                : OffsetDateTime.parse(time).toInstant();
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
