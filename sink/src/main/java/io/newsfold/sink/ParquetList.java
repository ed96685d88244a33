package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Some records as one Parquet file, with the columns of {@code latest}. */
public final class ParquetList {
    private ParquetList() {}

    /**
     * The bytes of the file.
     *
     * @param topic whose records they are: {@link Topic#ENRICHED} or {@link Topic#STORIES}
     * @param records as JSON
     */
    public static byte[] bytes(Topic topic, List<byte[]> records) throws IOException {
        Path file = Files.createTempFile("newsfold-list", ".parquet");
        try {
            try (RowWriter writer = ParquetOutput.open(file, new RowType(topic, false))) {
                for (byte[] json : records) {
                    String id = Json.reader(JsonNode.class)
                            .readTree(json)
                            .path("id")
                            .asText();
                    writer.write(Row.of(id, json, new Coordinates(topic.topicName(), -1, -1)));
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
