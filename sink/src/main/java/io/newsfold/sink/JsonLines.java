package io.newsfold.sink;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Rows as JSON Lines: one object a line. */
final class JsonLines {
    private JsonLines() {}

    record Writer(OutputStream out, RowType type) implements RowWriter {
        @Override
        public void write(Row row) throws IOException {
            out.write(row.line(type));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads the output of {@link Writer}. */
    static final class Reader implements RowReader {
        private final MappingIterator<ObjectNode> objects;
        private final RowType type;

        Reader(InputStream in, RowType type) throws IOException {
            this.objects = Json.reader(ObjectNode.class)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValues(in);
            this.type = type;
        }

        @Override
        public @Nullable Row next() throws IOException {
            try {
                return objects.hasNextValue() ? Row.of(objects.nextValue(), type) : null;
            } catch (RuntimeException e) {
                throw new IOException("a line is not one of ours: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            objects.close();
        }
    }
}
