package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Writes rows as Parquet. It writes the fields that have a column, and leaves out all others. */
final class ParquetOutput {
    private static final int ROW_GROUP = 8 * 1024 * 1024;

    private ParquetOutput() {}

    static RowWriter open(Path file, RowType type) throws IOException {
        ParquetWriter<JsonNode> writer = writer(file, ParquetColumns.of(type));
        return new RowWriter() {
            @Override
            public void write(Row row) throws IOException {
                writer.write(row.object(type));
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    /** Writes JSON objects; an existing file is overwritten. */
    static ParquetWriter<JsonNode> writer(Path file, MessageType columns) throws IOException {
        return new Builder(new LocalOutputFile(file), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize((long) ROW_GROUP)
                .build();
    }

    @SuppressWarnings("deprecation") // the older methods are abstract: a subclass has to have them
    private static final class Builder extends ParquetWriter.Builder<JsonNode, Builder> {
        private final MessageType columns;

        Builder(OutputFile file, MessageType columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<JsonNode> getWriteSupport(Configuration configuration) {
            return new ColumnWriter(columns);
        }

        @Override
        protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
            return new ColumnWriter(columns);
        }
    }

    /** Writes JSON objects to columns. */
    @SuppressWarnings("deprecation") // the older methods are abstract: a subclass has to have them
    private static final class ColumnWriter extends WriteSupport<JsonNode> {
        private final MessageType columns;
        private RecordConsumer consumer;

        @SuppressWarnings("NullAway.Init")
        ColumnWriter(MessageType columns) {
            this.columns = columns;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(columns, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(columns, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(JsonNode object) {
            consumer.startMessage();
            fields(object, columns);
            consumer.endMessage();
        }

        private void fields(JsonNode object, GroupType group) {
            for (int i = 0; i < group.getFieldCount(); i++) {
                Type field = group.getType(i);
                JsonNode value = object.path(field.getName());
                if (!value.isMissingNode() && !value.isNull()) {
                    consumer.startField(field.getName(), i);
                    value(value, field);
                    consumer.endField(field.getName(), i);
                }
            }
        }

        private void value(JsonNode value, Type type) {
            if (type.isPrimitive()) {
                primitive(value, type);
                return;
            }
            consumer.startGroup();
            if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
                list(value, type.asGroupType().getType(0).asGroupType());
            } else {
                fields(value, type.asGroupType());
            }
            consumer.endGroup();
        }

        private void list(JsonNode values, GroupType repeated) {
            if (values.isEmpty()) {
                return;
            }
            consumer.startField(repeated.getName(), 0);
            for (JsonNode value : values) {
                consumer.startGroup();
                consumer.startField(repeated.getFieldName(0), 0);
                value(value, repeated.getType(0));
                consumer.endField(repeated.getFieldName(0), 0);
                consumer.endGroup();
            }
            consumer.endField(repeated.getName(), 0);
        }

        private void primitive(JsonNode value, Type type) {
            if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation) {
                Instant time = OffsetDateTime.parse(value.asText()).toInstant();
                consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
                return;
            }
            switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                case INT32 -> consumer.addInteger(value.asInt());
                case INT64 -> consumer.addLong(value.asLong());
                case DOUBLE -> consumer.addDouble(value.asDouble());
                case BOOLEAN -> consumer.addBoolean(value.asBoolean());
                default -> consumer.addBinary(Binary.fromString(value.asText()));
            }
        }
    }
}
