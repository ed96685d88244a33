package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads rows from Parquet, with any columns. */
final class ParquetInput {
    private ParquetInput() {}

    static RowReader open(Path file, RowType type) throws IOException {
        ParquetReader<Group> reader = new Source(new LocalInputFile(file)).build();
        return new RowReader() {
            @Override
            public @Nullable Row next() throws IOException {
                try {
                    Group group = reader.read();
                    return group == null ? null : Row.of(object(group), type);
                } catch (RuntimeException e) {
                    throw new IOException(file + " is not one of our files: " + e.getMessage(), e);
                }
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    private static final class Source extends ParquetReader.Builder<Group> {
        Source(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new AllColumns();
        }
    }

    @SuppressWarnings("deprecation") // the older methods are abstract: a subclass has to have them
    private static final class AllColumns extends ReadSupport<Group> {
        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(context.getFileSchema());
        }

        @Override
        public RecordMaterializer<Group> prepareForRead(
                Configuration configuration, Map<String, String> meta, MessageType columns, ReadContext context) {
            return new GroupRecordConverter(columns);
        }

        @Override
        public RecordMaterializer<Group> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> meta,
                MessageType columns,
                ReadContext context) {
            return new GroupRecordConverter(columns);
        }
    }

    private static ObjectNode object(Group group) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Type field : group.getType().getFields()) {
            if (group.getFieldRepetitionCount(field.getName()) > 0) {
                object.set(field.getName(), value(group, field, 0));
            }
        }
        return object;
    }

    private static JsonNode value(Group group, Type type, int index) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String name = type.getName();
        if (!type.isPrimitive()) {
            Group inner = group.getGroup(name, index);
            return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation ? list(inner) : object(inner);
        }
        if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation) {
            return json.textNode(Instant.EPOCH
                    .plus(group.getLong(name, index), ChronoUnit.MICROS)
                    .toString());
        }
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> json.numberNode(group.getInteger(name, index));
            case INT64 -> json.numberNode(group.getLong(name, index));
            case DOUBLE -> json.numberNode(group.getDouble(name, index));
            case BOOLEAN -> json.booleanNode(group.getBoolean(name, index));
            default -> json.textNode(group.getString(name, index));
        };
    }

    private static ArrayNode list(Group list) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        Type repeated = list.getType().getType(0);
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            Group one = list.getGroup(repeated.getName(), i);
            values.add(value(one, one.getType().getType(0), 0));
        }
        return values;
    }
}
