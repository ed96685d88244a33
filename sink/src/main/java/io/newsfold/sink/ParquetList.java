package io.newsfold.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes one Parquet file of some records, with the columns of {@code latest}. */
public final class ParquetList {
    private ParquetList() {}

    /**
     * The bytes of the file.
     *
     * @param topic topic of the records: {@link Topic#ENRICHED} or {@link Topic#STORIES}
     * @param records as JSON
     */
    public static byte[] bytes(Topic topic, List<byte[]> records) throws IOException {
        RowType type = new RowType(topic, false);
        Path file = Files.createTempFile("newsfold-list", ".parquet");
        try {
            try (RowWriter writer = ParquetOutput.open(file, type)) {
                for (byte[] json : records) {
                    writer.write(Row.of(Json.read(json, ObjectNode.class), type));
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
