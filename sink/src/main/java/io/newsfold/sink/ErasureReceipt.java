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
import java.util.TreeMap;

/**
 * The rows of an article that compactions removed from the history, and those that remain.
 *
 * @param id article id
 * @param removed in the order of the compactions
 * @param remaining number of rows of the article, or of stories with it, by file
 */
public record ErasureReceipt(String id, List<Compaction.Erasure> removed, Map<String, Long> remaining) {
    public ErasureReceipt {
        removed = List.copyOf(removed);
        remaining = Map.copyOf(remaining);
    }

    /**
     * Reads the files below {@code out} for an article.
     *
     * @throws OutputException where they cannot be read
     */
    public static ErasureReceipt of(Path out, String id) {
        OutputPaths paths = new OutputPaths(out);
        try {
            TreeMap<String, Long> remaining = new TreeMap<>();
            for (Topic topic : List.of(Topic.ENRICHED, Topic.STORIES)) {
                HistoryReader history = new HistoryReader(paths, new RowType(topic, true));
                history.read((file, row) -> {
                    if (contains(row, id)) {
                        remaining.merge(history.name(file), 1L, Long::sum);
                    }
                });
            }
            return new ErasureReceipt(id, removed(paths, id), remaining);
        } catch (IOException e) {
            throw new OutputException("cannot read " + out + ": " + e.getMessage(), e);
        }
    }

    /** Whether a row is of the article, of a story with the article, or of one linked to the story that it heads. */
    private static boolean contains(Row row, String id) throws IOException {
        byte[] json = row.json();
        if (json == null) {
            return false;
        }
        JsonNode record = Json.reader(JsonNode.class).readTree(json);
        return StoryRow.articles(record).contains(id) || row.id().equals(id) && !record.has("articles");
    }

    private static List<Compaction.Erasure> removed(OutputPaths paths, String id) throws IOException {
        List<Compaction.Erasure> removed = new ArrayList<>();
        Path log = paths.erasures();
        for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
            Compaction.Erasure erasure = Json.read(line.getBytes(UTF_8), Compaction.Erasure.class);
            if (erasure.id().equals(id)) {
                removed.add(erasure);
            }
        }
        return removed;
    }
}
