package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The columns of a Parquet file, from the published JSON Schema of its records: times in UTC microseconds, lists as
 * lists, required columns first.
 */
final class ParquetColumns {
    private ParquetColumns() {}

    static MessageType of(RowType type) {
        List<Type> columns = new ArrayList<>();
        if (type.change()) {
            columns.add(Types.required(PrimitiveTypeName.INT32).named(Row.PARTITION));
            columns.add(Types.required(PrimitiveTypeName.INT64).named(Row.OFFSET));
            columns.add(Types.required(PrimitiveTypeName.BOOLEAN).named(Row.WITHDRAWN));
        }
        columns.addAll(fields(type.schema(), type.change()));
        return new MessageType(type.folder(), columns);
    }

    /** @param sparse whether all fields but the id may be missing, as in a tombstone */
    private static List<Type> fields(JsonNode object, boolean sparse) {
        Set<String> names = new LinkedHashSet<>();
        object.path("required").forEach(n -> names.add(n.asText()));
        int required = names.size();
        object.path("properties").fieldNames().forEachRemaining(names::add);
        List<Type> fields = new ArrayList<>();
        for (String name : names) {
            boolean isRequired = fields.size() < required && (!sparse || name.equals("id"));
            fields.add(field(
                    name,
                    object.path("properties").path(name),
                    isRequired ? Repetition.REQUIRED : Repetition.OPTIONAL));
        }
        return fields;
    }

    private static Type field(String name, JsonNode schema, Repetition repetition) {
        if (schema.path("format").asText().equals("date-time")) {
            return Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                    .named(name);
        }
        return switch (schema.path("type").asText()) {
            case "object" ->
                Types.buildGroup(repetition)
                        .addFields(fields(schema, false).toArray(Type[]::new))
                        .named(name);
            case "array" ->
                Types.list(repetition)
                        .element(field("element", schema.path("items"), Repetition.REQUIRED))
                        .named(name);
            case "integer" ->
                Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case "number" ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case "boolean" ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            default ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
        };
    }
}
