package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the history of a folder to which no sink writes: it merges small ranges into large ones, and removes the
 * rows of withdrawn articles, from the stories too, and their headlines from the rows of articles that were in their story. The removed rows are listed in {@code manifest/erasures.jsonl}.
 */
public final class Compaction {
    private static final long RANGE_BYTES = 64L * 1024 * 1024;

    private final OutputPaths paths;
    private final Format format;
    private final Instant now;
    private final Set<String> withdrawn = new HashSet<>();
    private long filesBefore;
    private long filesAfter;
    private long erasedRows;

    /**
     * Rows of one article that were removed from one file.
     *
     * @param id of the withdrawn article
     * @param file former path relative to the output folder
     * @param rows number of rows
     * @param at time of the compaction
     */
    public record Erasure(String id, String file, long rows, Instant at) {}

    /**
     * The effect of a compaction.
     *
     * @param before number of files of the history before it
     * @param after number of files of the history after it
     * @param erased number of removed rows
     */
    public record Summary(long before, long after, long erased) {}

    private Compaction(OutputPaths paths, Format format, Instant now) {
        this.paths = paths;
        this.format = format;
        this.now = now;
    }

    /**
     * Compacts both histories below {@code out}.
     *
     * @param format of the new files; null for that of the old ones
     * @throws NoOutputException where there is no output folder
     * @throws OutputException where a sink writes there, or a file has another content than expected
     */
    public static Summary run(Path out, @Nullable Format format, Instant now) {
        ExistingOutput.at(out);
        try (OutputFolder folder = OutputFolder.lock(out)) {
            folder.recover(List.of(Topic.ENRICHED, Topic.STORIES));
            OutputPaths paths = folder.paths();
            Compaction compaction = new Compaction(paths, format == null ? presentFormat(paths) : format, now);
            compaction.findWithdrawn();
            compaction.rewrite(new RowType(Topic.ENRICHED, true));
            compaction.rewrite(new RowType(Topic.STORIES, true));
            return new Summary(compaction.filesBefore, compaction.filesAfter, compaction.erasedRows);
        } catch (IOException e) {
            throw new OutputException("cannot compact " + out + ": " + e.getMessage(), e);
        }
    }

    private static Format presentFormat(OutputPaths paths) throws IOException {
        List<HistoryFile> files = new HistoryReader(paths, new RowType(Topic.ENRICHED, true)).files();
        return files.isEmpty() ? Format.JSONL : files.get(0).format();
    }

    /** The last row of a record decides: one that came back after its withdrawal stays. */
    private void findWithdrawn() throws IOException {
        Map<String, Long> last = new HashMap<>();
        new HistoryReader(paths, new RowType(Topic.ENRICHED, true)).read((file, row) -> {
            boolean isLast = last.merge(row.id(), row.at().offset(), Math::max)
                    == row.at().offset();
            if (isLast && row.json() == null) {
                withdrawn.add(row.id());
            } else if (isLast) {
                withdrawn.remove(row.id());
            }
        });
    }

    private void rewrite(RowType type) throws IOException {
        FolderSwap swap = paths.historySwap(type);
        if (!Files.isDirectory(swap.folder())) {
            return;
        }
        History rewritten = new History(swap.next(), paths.temporary(), type, format, FaultInjection.none());
        HistoryReader reader = new HistoryReader(paths, type);
        Map<String, Long> lastOffsets = type.topic() == Topic.STORIES ? lastOffsets(reader) : Map.of();
        TreeMap<String, Erasure> erasures = new TreeMap<>();
        for (int partition : reader.partitions()) {
            rewrite(partition, reader, rewritten, lastOffsets, erasures);
        }
        log(erasures.values());
        filesBefore += reader.files().size();
        filesAfter += rewritten.files().size();
        swap.swap(FaultInjection.none());
        new HistoryManifest(paths, type).recover(History.files(swap.folder()));
    }

    private void rewrite(
            int partition,
            HistoryReader reader,
            History rewritten,
            Map<String, Long> lastOffsets,
            Map<String, Erasure> erasures)
            throws IOException {
        HistoryReader.RowFilter keeps = (file, row) -> {
            String erased = erasedArticle(row, lastOffsets);
            if (erased != null) {
                note(erasures, erased, reader.name(file));
            }
            return erased == null;
        };
        List<Row> rows = new ArrayList<>();
        long first = 0;
        long bytes = 0;
        OffsetRanges ranges = reader.ranges(partition);
        for (List<HistoryFile> range : ranges.complete()) {
            for (Row row : reader.rows(range, keeps)) {
                rows.add(lastOffsets.isEmpty() ? withoutHeadline(row, reader.name(range.get(0)), erasures) : row);
                bytes += row.size();
            }
            long next = range.get(0).next();
            if (bytes > RANGE_BYTES || next == ranges.next()) {
                rewritten.commit(partition, first, next, rows);
                rows.clear();
                bytes = 0;
                first = next;
            }
        }
    }

    /**
     * The withdrawn article for which a row is removed, or null. All rows of such an article are removed, and all rows
     * of a story with such an article, or linked to the story that it headed, except the story's last.
     *
     * @param lastOffsets of the stories; empty for articles
     */
    private @Nullable String erasedArticle(Row row, Map<String, Long> lastOffsets) throws IOException {
        byte[] json = row.json();
        if (json == null) {
            return null;
        }
        if (lastOffsets.isEmpty()) {
            return withdrawn.contains(row.id()) ? row.id() : null;
        }
        if (row.at().offset() == lastOffsets.getOrDefault(row.id(), -1L)) {
            return null;
        }
        return StoryRow.articles(Json.reader(JsonNode.class).readTree(json)).stream()
                .filter(withdrawn::contains)
                .findFirst()
                .orElse(null);
    }

    /** A row of another article without the headline of its former story, where that was the withdrawn article's. */
    private Row withoutHeadline(Row row, String file, Map<String, Erasure> erasures) throws IOException {
        byte[] json = row.json();
        if (json == null || withdrawn.isEmpty()) {
            return row;
        }
        ObjectNode record = Json.reader(ObjectNode.class).readValue(json);
        String story = record.path("story").path("id").asText();
        if (!withdrawn.contains(story)) {
            return row;
        }
        record.withObject("/story").put("headline", "");
        note(erasures, story, file);
        return new Row(row.id(), Json.bytes(record), row.date(), row.at());
    }

    private static Map<String, Long> lastOffsets(HistoryReader reader) throws IOException {
        Map<String, Long> last = new HashMap<>();
        reader.read((file, row) -> last.merge(row.id(), row.at().offset(), Math::max));
        return last;
    }

    private void note(Map<String, Erasure> erasures, String id, String file) {
        erasures.merge(
                id + " " + file,
                new Erasure(id, file, 1, now),
                (one, more) -> new Erasure(id, file, one.rows() + 1, now));
        erasedRows++;
    }

    private void log(Collection<Erasure> erasures) throws IOException {
        Path log = paths.erasures();
        Files.createDirectories(DurableFiles.parent(log));
        Files.write(
                log, erasures.stream().map(Json::text).toList(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        DurableFiles.flushFile(log);
    }
}
