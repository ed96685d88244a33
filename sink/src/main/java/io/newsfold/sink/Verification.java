package io.newsfold.sink;

import io.newsfold.contract.Sha256;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Checks the files of a folder against their names, the manifest and each other. */
public final class Verification {
    private static final List<Topic> TOPICS = List.of(Topic.ENRICHED, Topic.STORIES);

    private final Path out;
    private final boolean atRest;
    private final List<String> faults = new ArrayList<>();
    private long files;
    private long rows;

    /**
     * What a check found.
     *
     * @param files that were read
     * @param rows in them
     * @param atRest whether no sink was at work: only then {@code latest} can be held against the history
     * @param faults a sentence each
     */
    public record Outcome(long files, long rows, boolean atRest, List<String> faults) {
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    private Verification(Path out, boolean atRest) {
        this.out = out;
        this.atRest = atRest;
    }

    /**
     * Reads every file below {@code out}.
     *
     * @throws OutputException where there is nothing to check
     */
    public static Outcome run(Path out) {
        if (!Files.isDirectory(out.resolve("history"))) {
            throw new OutputException(out + " has no history: it is no folder that newsfold wrote");
        }
        try {
            try (OutputFolder folder = OutputFolder.lock(out)) {
                folder.tidy(TOPICS);
                return check(out, true);
            }
        } catch (OutputException e) {
            return check(out, false); // a sink is at work
        } catch (IOException e) {
            throw new OutputException("cannot verify " + out + ": " + e.getMessage(), e);
        }
    }

    private static Outcome check(Path out, boolean atRest) {
        Verification verification = new Verification(out, atRest);
        for (Topic topic : TOPICS) {
            try {
                Map<String, String> last = verification.checkHistory(new RowType(topic, true));
                verification.checkLatest(new RowType(topic, false), last);
            } catch (IOException | OutputException e) {
                verification.faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new Outcome(verification.files, verification.rows, atRest, verification.faults);
    }

    /** @return digest of the last row of each thing that is there */
    private Map<String, String> checkHistory(RowType type) throws IOException {
        HistoryReader reader = new HistoryReader(out, type);
        HistoryManifest manifest = new HistoryManifest(out, type);
        Map<String, HistoryManifest.Entry> told = manifest.read();
        Set<String> unknown = new TreeSet<>(told.keySet());
        Map<String, String> last = new HashMap<>();
        for (int partition : reader.partitions()) {
            OffsetRanges ranges = reader.ranges(partition);
            if (atRest && ranges.unfinished() > ranges.next()) {
                faults.add("partition " + partition + " of " + type.folder()
                        + " ends in a range that was cut off at offset " + ranges.next());
            }
            for (List<HistoryFile> range : ranges.complete()) {
                for (HistoryFile file : range) {
                    unknown.remove(file.path());
                    checkEntry(reader.name(file), told.get(file.path()), manifest.entry(file));
                }
                checkRange(reader, range, last);
            }
        }
        unknown.forEach(f -> faults.add("the manifest tells of " + f + ", which is not there"));
        return last;
    }

    private void checkEntry(
            String name, HistoryManifest.@org.jspecify.annotations.Nullable Entry told, HistoryManifest.Entry found) {
        files++;
        rows += found.rows();
        if (told == null) {
            faults.add(name + " is not in the manifest");
        } else if (!told.equals(found)) {
            faults.add(name + " is not what the manifest says: " + found.rows() + " rows, " + found.bytes()
                    + " bytes, SHA-256 " + found.sha256() + " instead of " + told.rows() + ", " + told.bytes() + ", "
                    + told.sha256());
        }
    }

    private void checkRange(HistoryReader reader, List<HistoryFile> range, Map<String, String> last)
            throws IOException {
        long before = -1;
        for (Row row : reader.rows(range, (file, row) -> {
            if (row.at().offset() < file.first()
                    || row.at().offset() >= file.next()
                    || row.at().partition() != file.partition()) {
                faults.add(reader.name(file) + " has a row of " + row.at());
            }
            return true;
        })) {
            if (row.at().offset() == before) {
                faults.add(row.at() + " stands twice in the history");
            }
            before = row.at().offset();
            byte[] json = row.json();
            if (json == null) {
                last.remove(row.id());
            } else {
                last.put(row.id(), digest(range.get(0).format(), json));
            }
        }
    }

    private void checkLatest(RowType type, Map<String, String> last) throws IOException {
        Set<String> seen = new HashSet<>();
        for (Path file : LatestRows.files(out, type)) {
            String name = String.valueOf(file.getFileName());
            Format format =
                    Format.ofSuffix(name.substring(name.indexOf('.') + 1)).orElse(Format.JSONL);
            files++;
            String before = "";
            try (RowReader reader = format.read(file, type)) {
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    rows++;
                    checkRow(out.relativize(file).toString(), format, row, before, last);
                    before = row.id();
                    if (!seen.add(row.id())) {
                        faults.add(row.id() + " stands twice in latest");
                    }
                }
            }
        }
        if (atRest) {
            last.keySet().stream()
                    .filter(id -> !seen.contains(id))
                    .forEach(id -> faults.add(id + " is in the history, but not in latest"));
        }
    }

    private void checkRow(String file, Format format, Row row, String before, Map<String, String> last) {
        byte[] json = Objects.requireNonNull(row.json());
        if (row.id().compareTo(before) <= 0) {
            faults.add(file + " is not sorted by id at " + row.id());
        }
        String told = last.getOrDefault(row.id(), "");
        boolean sameFormat = told.isEmpty() || told.startsWith(format.name() + " ");
        if (atRest && sameFormat && !digest(format, json).equals(told)) {
            faults.add(row.id() + " in " + file + " is not what the history says last");
        }
    }

    /** Rows are the same only within one format: times and the order of fields are not. */
    private static String digest(Format format, byte[] json) {
        return format.name() + " " + Sha256.hex(json);
    }
}
