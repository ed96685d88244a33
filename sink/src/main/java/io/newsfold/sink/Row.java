package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to a file, or read from one.
 *
 * @param id key of the record
 * @param json the record as one line without its end; null where the thing is no more
 * @param date day of publication in UTC, for the folder; null with {@code json}
 * @param at where the record stands
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record Row(String id, byte @Nullable [] json, @Nullable LocalDate date, Coordinates at) {
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String WITHDRAWN = "withdrawn";

    /** Reads the day out of a record: an article's publication, else its first fetch; a story's first report. */
    static Row of(String id, byte @Nullable [] json, Coordinates at) {
        if (json == null) {
            return new Row(id, null, null, at);
        }
        try {
            return new Row(id, json, day(Json.reader(JsonNode.class).readTree(json)), at);
        } catch (IOException | DateTimeException e) {
            throw new UncheckedIOException(
                    "record " + id + " at " + at + " is not one of ours",
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Reads a row from the object that {@link #json(RowType)} made of it. */
    static Row of(ObjectNode object, RowType type) {
        String id = object.path("id").asText();
        Coordinates at = new Coordinates(
                type.topic().topicName(),
                object.path(PARTITION).asInt(-1),
                object.path(OFFSET).asLong(-1));
        boolean gone = type.change() && object.path(WITHDRAWN).asBoolean();
        if (type.change()) {
            object.remove(java.util.List.of(PARTITION, OFFSET, WITHDRAWN));
        }
        return gone ? new Row(id, null, null, at) : new Row(id, Json.bytes(object), day(object), at);
    }

    private static LocalDate day(JsonNode node) {
        String time = node.path("datePublished").asText(node.path("first").asText(""));
        if (time.isEmpty()) {
            time = node.path("versions").path(0).path("firstFetched").asText();
        }
        Instant instant = time.endsWith("Z")
                ? Instant.parse(time)
                : OffsetDateTime.parse(time).toInstant();
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The row as one JSON object, as rows of this type have it. */
    byte[] json(RowType type) {
        if (!type.change()) {
            return Objects.requireNonNull(json, () -> id + " is no more");
        }
        String place = "{\"" + PARTITION + "\":" + at.partition() + ",\"" + OFFSET + "\":" + at.offset() + ",\""
                + WITHDRAWN + "\":" + (json == null) + ",";
        byte[] head = place.getBytes(UTF_8);
        byte[] rest = json == null ? Json.bytes(new Gone(id)) : json;
        byte[] line = Arrays.copyOf(head, head.length + rest.length - 1);
        System.arraycopy(rest, 1, line, head.length, rest.length - 1);
        return line;
    }

    /** All that is left to say of a thing that is no more. */
    private record Gone(String id) {}

    /** Bytes that it takes. */
    int size() {
        return json == null ? id.length() : json.length;
    }
}
