package io.newsfold.lab.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.audit.Audit;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the topics and the files of a disturbed run with its feed and with an undisturbed run. */
final class OutputCheck {
    private final Properties client;
    private final Path expected;
    private final Path actual;

    /**
     * Nothing is checked yet.
     *
     * @param client client properties of the disturbed run
     * @param expected folder of the files of the undisturbed run
     * @param actual folder of the files of the disturbed run
     */
    OutputCheck(Properties client, Path expected, Path actual) {
        this.client = client;
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * A sentence for each fault.
     *
     * @param sent number of lines of the feed
     */
    List<String> faults(int sent) throws IOException {
        List<String> faults = new ArrayList<>(Audit.of(client, actual).faults());
        faults.addAll(Verification.run(actual).faults());
        checkRawRecords(sent, faults);
        checkReadable(faults);
        checkLatest(faults);
        return faults;
    }

    private void checkRawRecords(int sent, List<String> faults) {
        List<String> ids = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(entry ->
                    ids.add(new String(entry.headers().lastHeader("ce_id").value(), UTF_8)));
        }
        long distinct = ids.stream().distinct().count();
        if (ids.size() != sent || distinct != sent) {
            faults.add(sent + " lines, but " + ids.size() + " raw records of " + distinct + " deliveries");
        }
    }

    /** Compares the rows that DuckDB, a reader that is not ours, finds in each file with its lines. */
    private void checkReadable(List<String> faults) throws IOException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (String kind : List.of("history", "latest")) {
                Path root = actual.resolve(kind);
                for (Map.Entry<String, String> file : files(root).entrySet()) {
                    checkReadable(
                            root.resolve(file.getKey()), file.getValue().lines().count(), statement, faults);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    private static void checkReadable(Path file, long lines, Statement statement, List<String> faults) {
        try (ResultSet rows = statement.executeQuery(
                "select count(*) from read_json('" + file + "', format = 'newline_delimited')")) {
            rows.next();
            if (rows.getLong(1) != lines) {
                faults.add("DuckDB reads " + rows.getLong(1) + " of " + lines + " rows of " + file);
            }
        } catch (SQLException e) {
            faults.add("DuckDB cannot read " + file + ": " + e.getMessage());
        }
    }

    private void checkLatest(List<String> faults) throws IOException {
        Map<String, String> wanted = files(expected.resolve("latest"));
        Map<String, String> found = files(actual.resolve("latest"));
        Set<String> different = Stream.concat(wanted.keySet().stream(), found.keySet().stream())
                .filter(name -> !Objects.equals(wanted.get(name), found.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!different.isEmpty()) {
            faults.add("latest differs from the undisturbed run in " + different);
        }
    }

    /** The content of each file by its path below {@code root}. */
    private static Map<String, String> files(Path root) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
