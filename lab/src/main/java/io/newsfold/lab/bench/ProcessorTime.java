package io.newsfold.lab.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time that each part of this process has taken so far, by the names of its threads. Java does not see
 * the threads of its compiler and of RocksDB, so the times come from Linux; elsewhere there are none. A thread that
 * ended is not counted any more. Immutable.
 *
 * @param millis by part
 */
record ProcessorTime(Map<String, Double> millis) {
    private static final Path THREADS = Path.of("/proc/self/task");
    /** A hundred a second on every Linux that Java runs on. */
    private static final double TICK_MILLIS = 10;

    private static final int USER_FIELD = 11;

    /** The first characters of the names of threads and the part that they belong to, the first that fits. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("stage", "stages"),
            Map.entry("newsfold-enrich", "Streams"),
            Map.entry("kafka-producer-", "producers"),
            Map.entry("sink", "sink"),
            Map.entry("desk", "desk"),
            Map.entry("C1 ", "compiler"),
            Map.entry("C2 ", "compiler"),
            Map.entry("VM Thread", "collector"),
            Map.entry("rocksdb", "RocksDB"),
            Map.entry("java", "bench"),
            Map.entry("main", "bench"),
            Map.entry("data-plane", "broker"),
            Map.entry("kafka", "broker"),
            Map.entry("group-", "broker"),
            Map.entry("quorum-", "broker"),
            Map.entry("TxnMarker", "broker"),
            Map.entry("AddPartitions", "broker"));

    ProcessorTime {
        millis = Map.copyOf(millis);
    }

    /** The times up to now. */
    static ProcessorTime now() throws IOException {
        Map<String, Double> millis = new TreeMap<>();
        if (!Files.isDirectory(THREADS)) {
            return new ProcessorTime(millis);
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                add(thread.resolve("stat"), millis);
            }
        }
        return new ProcessorTime(millis);
    }

    /** The times since an earlier moment, the longest first, each divided by {@code count}. */
    List<Map.Entry<String, Double>> since(ProcessorTime before, int count) {
        return millis.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), (e.getValue() - before.millis.getOrDefault(e.getKey(), 0.0)) / count))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
    }

    private static void add(Path stat, Map<String, Double> millis) throws IOException {
        try {
            String line = Files.readString(stat);
            int end = line.lastIndexOf(')');
            String name = line.substring(line.indexOf('(') + 1, end);
            String[] fields = line.substring(end + 2).split(" ");
            double ticks = Long.parseLong(fields[USER_FIELD]) + Long.parseLong(fields[USER_FIELD + 1]);
            millis.merge(part(name), ticks * TICK_MILLIS, Double::sum);
        } catch (NoSuchFileException e) {
            // the thread has just ended
        }
    }

    private static String part(String thread) {
        return PARTS.stream()
                .filter(part -> thread.startsWith(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }
}
