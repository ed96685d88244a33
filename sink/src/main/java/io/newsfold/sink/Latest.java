package io.newsfold.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How things stand: one row per id, in a file per date, sorted by id. A snapshot is built beside and swapped in whole; what has not changed keeps its file.
 * Nothing of it depends on when or in which order the rows came.
 */
final class Latest {
    private static final String FILE = "latest.jsonl";

    private final Path folder;
    private final Path next;
    private final Path former;
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final TreeMap<LocalDate, TreeMap<String, byte[]>> rows = new TreeMap<>();
    private final Set<LocalDate> changed = new TreeSet<>();
    private boolean isFirst = true;

    Latest(Path folder, Path temporary) {
        this.folder = folder;
        this.next = temporary.resolve(folder.getFileName() + "-next");
        this.former = temporary.resolve(folder.getFileName() + "-former");
    }

    /** Mends what a kill in the middle of a swap left behind. */
    void recover() throws IOException {
        if (!Files.exists(folder) && Files.exists(former)) {
            Files.createDirectories(Durable.parent(folder));
            Files.move(former, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void put(Row row) {
        LocalDate old = dates.remove(row.id());
        if (old != null) {
            rows.getOrDefault(old, new TreeMap<>()).remove(row.id());
            changed.add(old);
        }
        byte[] json = row.json();
        LocalDate date = row.date();
        if (json != null && date != null) {
            dates.put(row.id(), date);
            rows.computeIfAbsent(date, d -> new TreeMap<>()).put(row.id(), json);
            changed.add(date);
        }
    }

    boolean isChanged() {
        return !changed.isEmpty() || isFirst;
    }

    /** Swaps the snapshot in, where it is another than the one that stands there. */
    void swap() throws IOException {
        rows.values().removeIf(TreeMap::isEmpty);
        if (isFirst) {
            changed.addAll(rows.keySet()); // what stands there may be older
        }
        boolean sameDates =
                standingDates().equals(rows.keySet().stream().map(Latest::name).collect(Collectors.toSet()));
        if (!sameDates || !changed.stream().allMatch(this::stands)) {
            build();
            exchange();
        }
        changed.clear();
        isFirst = false;
    }

    private void build() throws IOException {
        Durable.delete(next);
        Files.createDirectories(next);
        for (Map.Entry<LocalDate, TreeMap<String, byte[]>> date : rows.entrySet()) {
            Path target = next.resolve(name(date.getKey())).resolve(FILE);
            Path standing = file(date.getKey());
            if (changed.contains(date.getKey()) && !stands(date.getKey()) || !Files.exists(standing)) {
                Durable.write(target, date.getValue().values());
            } else {
                Files.createDirectories(Durable.parent(target));
                Files.createLink(target, standing);
            }
            Durable.flushFolder(Durable.parent(target));
        }
    }

    private void exchange() throws IOException {
        Files.createDirectories(Durable.parent(folder));
        Durable.delete(former);
        if (Files.exists(folder)) {
            Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        Durable.flushFolder(Durable.parent(folder));
        Durable.delete(former);
    }

    private Set<String> standingDates() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** Whether the file of a date has exactly the rows of that date. */
    private boolean stands(LocalDate date) {
        TreeMap<String, byte[]> wanted = rows.get(date);
        Path file = file(date);
        if (wanted == null) {
            return !Files.exists(file);
        }
        try {
            return Files.exists(file) && isSame(Files.readAllBytes(file), wanted.values());
        } catch (IOException e) {
            return false; // what cannot be read is written anew
        }
    }

    private static boolean isSame(byte[] standing, Collection<byte[]> lines) {
        int at = 0;
        for (byte[] line : lines) {
            int end = at + line.length;
            if (end >= standing.length
                    || standing[end] != '\n'
                    || !Arrays.equals(standing, at, end, line, 0, line.length)) {
                return false;
            }
            at = end + 1;
        }
        return at == standing.length;
    }

    private Path file(LocalDate date) {
        return folder.resolve(name(date)).resolve(FILE);
    }

    private static String name(LocalDate date) {
        return "date=" + date;
    }
}
