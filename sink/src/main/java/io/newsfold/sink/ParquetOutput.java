package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
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

/** Writes rows as Parquet. It goes by the columns, so a field that they do not have is left out. */
final class ParquetOutput {
    private static final int ROW_GROUP = 8 * 1024 * 1024;

    private ParquetOutput() {}

    static RowWriter open(Path file, RowType type) throws IOException {
        ParquetWriter<JsonNode> writer = new Builder(new LocalOutputFile(file), ParquetColumns.of(type))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(org.apache.parquet.hadoop.ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize((long) ROW_GROUP)
                .build();
        return new RowWriter() {
            @Override
            public void write(Row row) throws IOException {
                writer.write(Json.reader(JsonNode.class).readTree(row.json(type)));
                CommitStep.WRITE.done();
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
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
            return new Columns(columns);
        }

        @Override
        protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
            return new Columns(columns);
        }
    }

    /** JSON objects to columns. */
    @SuppressWarnings("deprecation") // the older methods are abstract: a subclass has to have them
    private static final class Columns extends WriteSupport<JsonNode> {
        private final MessageType columns;
        private RecordConsumer to;

        @SuppressWarnings("NullAway.Init")
        Columns(MessageType columns) {
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
            to = consumer;
        }

        @Override
        public void write(JsonNode object) {
            to.startMessage();
            fields(object, columns);
            to.endMessage();
        }

        private void fields(JsonNode object, GroupType group) {
            for (int i = 0; i < group.getFieldCount(); i++) {
                Type field = group.getType(i);
                JsonNode value = object.path(field.getName());
                if (!value.isMissingNode() && !value.isNull()) {
                    to.startField(field.getName(), i);
                    value(value, field);
                    to.endField(field.getName(), i);
                }
            }
        }

        private void value(JsonNode value, Type type) {
            if (type.isPrimitive()) {
                primitive(value, type);
                return;
            }
            to.startGroup();
            if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
                list(value, type.asGroupType().getType(0).asGroupType());
            } else {
                fields(value, type.asGroupType());
            }
            to.endGroup();
        }

        private void list(JsonNode values, GroupType repeated) {
            if (values.isEmpty()) {
                return;
            }
            to.startField(repeated.getName(), 0);
            for (JsonNode value : values) {
                to.startGroup();
                to.startField(repeated.getFieldName(0), 0);
                value(value, repeated.getType(0));
                to.endField(repeated.getFieldName(0), 0);
                to.endGroup();
            }
            to.endField(repeated.getName(), 0);
        }

        private void primitive(JsonNode value, Type type) {
            if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation) {
                Instant time = OffsetDateTime.parse(value.asText()).toInstant();
                to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
                return;
            }
            switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                case INT32 -> to.addInteger(value.asInt());
                case INT64 -> to.addLong(value.asLong());
                case DOUBLE -> to.addDouble(value.asDouble());
                case BOOLEAN -> to.addBoolean(value.asBoolean());
                default -> to.addBinary(Binary.fromString(value.asText()));
            }
        }
    }
}
