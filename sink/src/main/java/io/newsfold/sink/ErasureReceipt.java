package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was removed of an article from the files, and what still stands.
 *
 * @param removed by compactions, in their order
 * @param standing rows that tell of it still, by file
 */
public record ErasureReceipt(String id, List<Compaction.Erasure> removed, Map<String, Long> standing) {
    public ErasureReceipt {
        removed = List.copyOf(removed);
        standing = Map.copyOf(standing);
    }

    /**
     * Reads the files below {@code out} for an article.
     *
     * @throws OutputException where they cannot be read
     */
    public static ErasureReceipt of(Path out, String id) {
        try {
            TreeMap<String, Long> standing = new TreeMap<>();
            for (Topic topic : List.of(Topic.ENRICHED, Topic.STORIES)) {
                RowType changes = new RowType(topic, true);
                HistoryReader history = new HistoryReader(out, changes);
                history.read((file, row) -> {
                    if (tells(row, id)) {
                        standing.merge(history.name(file), 1L, Long::sum);
                    }
                });
            }
            return new ErasureReceipt(id, removed(out, id), standing);
        } catch (IOException e) {
            throw new OutputException("cannot read " + out + ": " + e.getMessage(), e);
        }
    }

    private static boolean tells(Row row, String id) throws IOException {
        if (row.json() == null) {
            return false;
        }
        JsonNode node = Json.reader(JsonNode.class).readTree(Objects.requireNonNull(row.json()));
        for (JsonNode member : node.path("articles")) {
            if (member.path("id").asText().equals(id)) {
                return true;
            }
        }
        return row.id().equals(id) && !node.has("articles");
    }

    private static List<Compaction.Erasure> removed(Path out, String id) throws IOException {
        List<Compaction.Erasure> removed = new ArrayList<>();
        Path file = Compaction.erasures(out);
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            Compaction.Erasure erasure = Json.read(line.getBytes(UTF_8), Compaction.Erasure.class);
            if (erasure.id().equals(id)) {
                removed.add(erasure);
            }
        }
        return removed;
    }
}
