package io.newsfold.sink;

import io.newsfold.contract.Sha256;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Checks the files of a folder against their names, the manifest and each other. */
public final class Verification {
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);

    private final OutputPaths paths;
    private final boolean atRest;
    private final List<String> faults = new ArrayList<>();
    private long files;
    private long rows;

    /**
     * The result of a check.
     *
     * @param files number of files
     * @param rows number of rows in them
     * @param atRest whether no sink was writing: only then is {@code latest} compared with the history
     * @param faults a sentence each
     */
    public record Findings(long files, long rows, boolean atRest, List<String> faults) {
        public Findings {
            faults = List.copyOf(faults);
        }
    }

    private Verification(OutputPaths paths, boolean atRest) {
        this.paths = paths;
        this.atRest = atRest;
    }

    /**
     * Reads every file below {@code out}.
     *
     * @throws NoOutputException where there is nothing to check
     */
    public static Findings run(Path out) {
        ExistingOutput.at(out);
        try {
            try (OutputFolder folder = OutputFolder.lock(out)) {
                folder.recover(TOPICS);
                return check(out, true);
            }
        } catch (FolderBusyException e) {
            return check(out, false); // a sink is writing
        } catch (IOException e) {
            throw new OutputException("cannot verify " + out + ": " + e.getMessage(), e);
        }
    }

    private static Findings check(Path out, boolean atRest) {
        Verification verification = new Verification(new OutputPaths(out), atRest);
        for (Topic topic : TOPICS) {
            try {
                int before = verification.faults.size();
                Map<String, String> digests = verification.checkHistory(new RowType(topic, true));
                verification.checkLatest(new RowType(topic, false), digests);
                if (verification.faults.size() > before) {
                    verification.explain(new RowType(topic, true));
                }
            } catch (IOException | OutputException e) {
                verification.faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new Findings(verification.files, verification.rows, atRest, verification.faults);
    }

    /** @return digest of the last row of each record that is not withdrawn, by id */
    private Map<String, String> checkHistory(RowType type) throws IOException {
        HistoryReader reader = new HistoryReader(paths, type);
        HistoryManifest manifest = new HistoryManifest(paths, type);
        Map<String, HistoryManifest.Entry> entries = manifest.read();
        Set<String> withoutFile = new TreeSet<>(entries.keySet());
        Map<String, String> digests = new HashMap<>();
        for (int partition : reader.partitions()) {
            OffsetRanges ranges = reader.ranges(partition);
            if (atRest && ranges.unfinishedEnd() > ranges.next()) {
                faults.add("partition " + partition + " of " + type.folder() + " has an unfinished range at offset "
                        + ranges.next());
            }
            for (List<HistoryFile> range : ranges.complete()) {
                for (HistoryFile file : range) {
                    withoutFile.remove(file.path());
                    checkEntry(reader.name(file), entries.get(file.path()), manifest.entry(file));
                }
                checkRange(reader, range, digests);
            }
        }
        withoutFile.forEach(file -> faults.add("the manifest names " + file + ", which does not exist"));
        return digests;
    }

    /** Names the usual cause of faults: a sink that was killed before it closed the history. */
    private void explain(RowType type) throws IOException {
        HistoryReader reader = new HistoryReader(paths, type);
        for (Map.Entry<TopicPartition, Long> latest : LatestPosition.read(paths).entrySet()) {
            TopicPartition at = latest.getKey();
            boolean ours = at.topic().equals(type.topic().topicName());
            if (atRest
                    && ours
                    && latest.getValue() > reader.ranges(at.partition()).next()) {
                faults.add(
                        "the history of " + type.folder() + " ends before latest, as after a sink that was stopped in"
                                + " the middle of work: start one once, which completes the files, and verify again");
                return;
            }
        }
    }

    private void checkEntry(String name, HistoryManifest.@Nullable Entry expected, HistoryManifest.Entry actual) {
        files++;
        rows += actual.rows();
        if (expected == null) {
            faults.add(name + " is not in the manifest");
        } else if (!expected.equals(actual)) {
            faults.add(name + " differs from the manifest: it has " + actual.rows() + " rows, " + actual.bytes()
                    + " bytes, SHA-256 " + actual.sha256() + " instead of " + expected.rows() + ", "
                    + expected.bytes() + ", " + expected.sha256());
        }
    }

    private void checkRange(HistoryReader reader, List<HistoryFile> range, Map<String, String> digests)
            throws IOException {
        HistoryReader.RowFilter all = (file, row) -> {
            checkPosition(reader.name(file), file, row);
            return true;
        };
        long before = -1;
        for (Row row : reader.rows(range, all)) {
            if (row.at().offset() == before) {
                faults.add(row.at() + " occurs twice in the history");
            }
            before = row.at().offset();
            byte[] json = row.json();
            if (json == null) {
                digests.remove(row.id());
            } else {
                digests.put(row.id(), digest(range.get(0).format(), json));
            }
        }
    }

    private void checkPosition(String name, HistoryFile file, Row row) {
        long offset = row.at().offset();
        boolean inRange = offset >= file.first() && offset < file.next();
        if (!inRange || row.at().partition() != file.partition()) {
            faults.add(name + " has a row of " + row.at());
        }
    }

    private void checkLatest(RowType type, Map<String, String> digests) throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path file : LatestRows.files(paths, type)) {
            Format format = Format.of(file);
            files++;
            String before = "";
            try (RowReader reader = format.read(file, type)) {
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    rows++;
                    checkRow(paths.relative(file), format, row, before, digests);
                    before = row.id();
                    if (!ids.add(row.id())) {
                        faults.add(row.id() + " occurs twice in latest");
                    }
                }
            }
        }
        if (atRest) {
            digests.keySet().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> faults.add(id + " is in the history, but not in latest"));
        }
    }

    private void checkRow(String file, Format format, Row row, String before, Map<String, String> digests) {
        byte[] json = Objects.requireNonNull(row.json());
        if (row.id().compareTo(before) <= 0) {
            faults.add(file + " is not sorted by id at " + row.id());
        }
        String expected = digests.getOrDefault(row.id(), "");
        boolean sameFormat = expected.isEmpty() || expected.startsWith(format.name() + " ");
        if (atRest && sameFormat && !digest(format, json).equals(expected)) {
            faults.add(row.id() + " in " + file + " differs from its last row in the history");
        }
    }

    /** Digests are comparable within one format only: formats differ in times and in the order of fields. */
    private static String digest(Format format, byte[] json) {
        return format.name() + " " + Sha256.hex(json);
    }
}
