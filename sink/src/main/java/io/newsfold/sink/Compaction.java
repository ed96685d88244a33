package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the history of a folder that no sink is writing to: many small ranges become few large ones, and what was told of withdrawn articles goes, in the
 * stories too. What went from where is kept in {@code manifest/erasures.jsonl}.
 */
public final class Compaction {
    private static final long RANGE_BYTES = 64L * 1024 * 1024;

    private final Path out;
    private final Format format;
    private final Instant now;
    private final Set<String> withdrawn = new HashSet<>();
    private long before;
    private long after;
    private long erased;

    /**
     * Rows of one thing that went out of one file.
     *
     * @param id of the withdrawn article
     * @param file path below the folder of the files, as it was
     * @param at when
     */
    public record Erasure(String id, String file, long rows, Instant at) {}

    /**
     * What a compaction did.
     *
     * @param before files of the history before it
     * @param after files of the history after it
     * @param erased rows that went
     */
    public record Outcome(long before, long after, long erased) {}

    private Compaction(Path out, Format format, Instant now) {
        this.out = out;
        this.format = format;
        this.now = now;
    }

    /**
     * Compacts both histories below {@code out}.
     *
     * @param format of the new files; null for that of the old ones
     * @throws OutputException where a sink is at work there, or the files are not what they should be
     */
    public static Outcome run(Path out, @Nullable Format format, Instant now) {
        try (OutputFolder folder = OutputFolder.lock(out)) {
            folder.tidy(List.of(Topic.ENRICHED, Topic.STORIES));
            Compaction compaction = new Compaction(out, format == null ? formatIn(out) : format, now);
            compaction.findWithdrawn();
            compaction.rewrite(new RowType(Topic.ENRICHED, true), folder.temporary());
            compaction.rewrite(new RowType(Topic.STORIES, true), folder.temporary());
            return new Outcome(compaction.before, compaction.after, compaction.erased);
        } catch (IOException e) {
            throw new OutputException("cannot compact " + out + ": " + e.getMessage(), e);
        }
    }

    private static Format formatIn(Path out) throws IOException {
        List<HistoryFile> files = new HistoryReader(out, new RowType(Topic.ENRICHED, true)).files();
        return files.isEmpty() ? Format.JSONL : files.get(0).format();
    }

    /** Where the erasures of a folder are told. */
    static Path erasures(Path out) {
        return out.resolve("manifest").resolve("erasures.jsonl");
    }

    /** Mends what a kill in the middle of a swap left behind. */
    static void recover(Path history, Path temporary) throws IOException {
        DurableFiles.recoverSwap(history, former(history, temporary));
    }

    private static Path former(Path history, Path temporary) {
        return temporary.resolve("history-" + history.getFileName() + "-former");
    }

    private void findWithdrawn() throws IOException {
        RowType articles = new RowType(Topic.ENRICHED, true);
        new HistoryReader(out, articles).read((file, row) -> {
            if (row.json() == null) {
                withdrawn.add(row.id());
            } else {
                withdrawn.remove(row.id());
            }
        });
    }

    private void rewrite(RowType type, Path temporary) throws IOException {
        Path folder = out.resolve("history").resolve(type.folder());
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path next = temporary.resolve("history-" + type.folder() + "-next");
        History rewritten = new History(next, temporary, type, format);
        HistoryReader reader = new HistoryReader(out, type);
        Map<String, Long> lastTold = type.topic() == Topic.STORIES ? lastOffsets(reader) : Map.of();
        TreeMap<String, Erasure> gone = new TreeMap<>();
        for (int partition : reader.partitions()) {
            rewrite(partition, reader, rewritten, lastTold, gone);
        }
        note(gone.values());
        before += reader.files().size();
        after += rewritten.files().size();
        DurableFiles.swap(next, folder, former(folder, temporary));
        new HistoryManifest(out, type).recover(new History(folder, temporary, type, format).files());
    }

    private void rewrite(
            int partition,
            HistoryReader reader,
            History rewritten,
            Map<String, Long> lastTold,
            Map<String, Erasure> gone)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        long first = 0;
        long bytes = 0;
        OffsetRanges ranges = reader.ranges(partition);
        for (List<HistoryFile> range : ranges.complete()) {
            for (Row row : reader.rows(range, (file, row) -> {
                String erased = erased(row, lastTold);
                if (erased != null) {
                    note(gone, erased, reader.name(file));
                }
                return erased == null;
            })) {
                rows.add(row);
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

    /** The withdrawn article for which a row goes, or null: all that an article said before, and all but the last of a story that tells of it. */
    private @Nullable String erased(Row row, Map<String, Long> lastTold) throws IOException {
        byte[] json = row.json();
        if (json == null) {
            return null;
        }
        if (lastTold.isEmpty()) {
            return withdrawn.contains(row.id()) ? row.id() : null;
        }
        if (row.at().offset() == lastTold.getOrDefault(row.id(), -1L)) {
            return null;
        }
        for (JsonNode member : Json.reader(JsonNode.class).readTree(json).path("articles")) {
            String id = member.path("id").asText();
            if (withdrawn.contains(id)) {
                return id;
            }
        }
        return null;
    }

    private static Map<String, Long> lastOffsets(HistoryReader reader) throws IOException {
        Map<String, Long> last = new HashMap<>();
        reader.read((file, row) -> last.put(row.id(), row.at().offset()));
        return last;
    }

    private void note(Map<String, Erasure> gone, String id, String file) {
        gone.merge(
                id + " " + file,
                new Erasure(id, file, 1, now),
                (one, more) -> new Erasure(id, file, one.rows() + 1, now));
        erased++;
    }

    private void note(Iterable<Erasure> gone) throws IOException {
        List<String> lines = new ArrayList<>();
        gone.forEach(e -> lines.add(Json.text(e)));
        Files.createDirectories(DurableFiles.parent(erasures(out)));
        Files.write(erasures(out), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        DurableFiles.flushFile(erasures(out));
    }
}
