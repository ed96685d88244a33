package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** A flat table: rows with the same simple columns, written as CSV, JSON Lines or Parquet. Closing it finishes it. */
public interface Table extends Closeable {
    /** The type of a column; any cell may be absent. */
    enum ColumnType {
        TEXT,
        /** An instant in ISO 8601, in UTC. */
        TIME,
        INTEGER,
        DECIMAL
    }

    /** A column of a table. */
    record Column(String name, ColumnType type) {
        private Type parquet() {
            return switch (type) {
                case TEXT ->
                    Types.primitive(PrimitiveTypeName.BINARY, Repetition.OPTIONAL)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(name);
                case TIME ->
                    Types.primitive(PrimitiveTypeName.INT64, Repetition.OPTIONAL)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                            .named(name);
                case INTEGER ->
                    Types.primitive(PrimitiveTypeName.INT64, Repetition.OPTIONAL)
                            .named(name);
                case DECIMAL ->
                    Types.primitive(PrimitiveTypeName.DOUBLE, Repetition.OPTIONAL)
                            .named(name);
            };
        }
    }

    /** @param row has a value for each column by its name; absent ones are empty */
    void write(ObjectNode row) throws IOException;

    /** A table as CSV with a head; the stream stays open. */
    static Table csv(OutputStream out, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        CsvRows rows = new CsvRows(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), names);
        return new Table() {
            @Override
            public void write(ObjectNode row) {
                rows.add(names.stream().map(name -> cell(row.path(name))).toList());
            }

            @Override
            public void close() throws IOException {
                rows.flush();
            }
        };
    }

    /** A table as JSON Lines, absent values left out; the stream stays open. */
    static Table jsonLines(OutputStream out) {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        return new Table() {
            @Override
            public void write(ObjectNode row) throws IOException {
                lines.write(Json.text(row));
                lines.write('\n');
            }

            @Override
            public void close() throws IOException {
                lines.flush();
            }
        };
    }

    /** A table as Parquet. */
    static Table parquet(Path file, List<Column> columns) throws IOException {
        MessageType type =
                new MessageType("row", columns.stream().map(Column::parquet).toList());
        ParquetWriter<JsonNode> writer = ParquetOutput.writer(file, type);
        return new Table() {
            @Override
            public void write(ObjectNode row) throws IOException {
                writer.write(row);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
