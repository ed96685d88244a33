package io.newsfold.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record, on its way to a file or read from one.
 *
 * @param id key of the record
 * @param json the record as one line without its end; null for a tombstone
 * @param date as in the name of the folder, see {@link RecordDate}; null with {@code json}
 * @param at position of the record
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record Row(String id, byte @Nullable [] json, @Nullable String date, Coordinates at) {
    /** Names of the fields that a change has in addition to those of its record. */
    static final String PARTITION = "partition";

    static final String OFFSET = "offset";
    static final String WITHDRAWN = "withdrawn";

    /** These fields in the order of a line. */
    private record Change(int partition, long offset, boolean withdrawn) {}

    /** What a line has of a withdrawn record. */
    private record Tombstone(String id) {}

    /**
     * A row of a record of the topics.
     *
     * @param json the record; null for a tombstone
     * @throws UncheckedIOException where it is not one of ours
     */
    static Row of(String id, byte @Nullable [] json, Coordinates at) {
        if (json == null) {
            return new Row(id, null, null, at);
        }
        try {
            if (json.length == 0 || json[0] != '{') { // see join
                throw new IOException("it does not begin with a brace");
            }
            return new Row(id, json, RecordDate.of(json), at);
        } catch (IOException e) {
            throw notOurs(id, at, e);
        }
    }

    /**
     * A row of an object read from a file: the inverse of {@link #object} and {@link #line}.
     *
     * @param object loses the fields of a change
     * @throws UncheckedIOException where it is not one of ours
     */
    static Row of(ObjectNode object, RowType type) {
        String id = object.path("id").asText();
        Coordinates at = new Coordinates(
                type.topic().topicName(),
                object.path(PARTITION).asInt(-1),
                object.path(OFFSET).asLong(-1));
        boolean withdrawn = type.change() && object.path(WITHDRAWN).asBoolean();
        if (withdrawn) {
            return new Row(id, null, null, at);
        }
        if (type.change()) {
            object.remove(List.of(PARTITION, OFFSET, WITHDRAWN));
        }
        try {
            return new Row(id, Json.bytes(object), RecordDate.of(object), at);
        } catch (IOException e) {
            throw notOurs(id, at, e);
        }
    }

    private static UncheckedIOException notOurs(String id, Coordinates at, IOException e) {
        return new UncheckedIOException("record " + id + " at " + at + " is not one of ours", e);
    }

    /** The row as one JSON object without the end of the line. Rows of changes begin with the fields of a change. */
    byte[] line(RowType type) {
        if (!type.change()) {
            return content();
        }
        byte[] change = Json.bytes(new Change(at.partition(), at.offset(), json == null));
        return join(change, json == null ? Json.bytes(new Tombstone(id)) : json);
    }

    /**
     * Joins two JSON objects of one field or more into one. It copies bytes, because the same record has the same bytes
     * in every file: parsed and written again, a number or an escape can come out in another form.
     */
    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length - 1)
                .put(first, 0, first.length - 1) // all but the closing brace
                .put((byte) ',')
                .put(second, 1, second.length - 1) // all but the opening brace
                .array();
    }

    /** The row as a JSON object; fields in no particular order. */
    ObjectNode object(RowType type) throws IOException {
        if (!type.change()) {
            return parse(content());
        }
        ObjectNode object = json == null ? JsonNodeFactory.instance.objectNode().put("id", id) : parse(json);
        return object.put(PARTITION, at.partition()).put(OFFSET, at.offset()).put(WITHDRAWN, json == null);
    }

    private static ObjectNode parse(byte[] json) throws IOException {
        return Json.reader(ObjectNode.class).readValue(json);
    }

    private byte[] content() {
        return Objects.requireNonNull(json, () -> id + " is withdrawn");
    }

    /** Size in bytes. */
    int size() {
        return json == null ? id.length() : json.length;
    }
}
