package io.newsfold.lab.chaos;

import io.newsfold.cli.audit.Audit;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.Verification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * A pipeline of five programs on loopback, the broker among them, that are killed in turn, or one of them stopped, while articles come in. {@code newsfold chaos --kills 100 --seed 7}: the same seed
 * gives the same articles and the same order of kills.
 */
public final class Chaos {
    private static final int ARTICLES_A_KILL = 12;
    private static final int ARTICLES_A_FILE = 40;
    private static final int ARTICLES_A_SECOND = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Random random;
    private final Properties client;
    private final String address;
    private final Program broker;
    private final List<Program> all = new ArrayList<>();
    private final TreeMap<String, Integer> killed = new TreeMap<>();

    /**
     * What a run came to.
     *
     * @param sent lines of the feed
     * @param faults a sentence each; empty where everything held
     */
    public record Outcome(long seed, int sent, Map<String, Integer> kills, List<String> faults) {}

    private Chaos(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        int port = freePort();
        this.address = "127.0.0.1:" + port;
        this.client = ClientSettings.of(address, null);
        this.broker = Program.broker(folder, port);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = 100;
        long seed = System.nanoTime();
        Duration stop = Duration.ZERO;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--kills" -> kills = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--stop" -> stop = Duration.ofSeconds(Long.parseLong(arguments[i + 1]));
                default ->
                    throw new IllegalArgumentException("newsfold chaos takes --kills N, --seed N and --stop SECONDS");
            }
        }
        Path folder = Files.createTempDirectory("newsfold-chaos");
        System.out.println("seed " + seed + ", files in " + folder);
        Outcome outcome = stop.isZero() ? run(folder, kills, seed) : stop(folder, stop, seed);
        System.out.println(outcome.sent() + " records sent, killed " + outcome.kills());
        outcome.faults().forEach(System.out::println);
        System.out.println(
                outcome.faults().isEmpty()
                        ? "0 lost, 0 doubled"
                        : outcome.faults().size() + " faults");
        System.exit(outcome.faults().isEmpty() ? 0 : 1);
    }

    /** Kills programs while articles come in. */
    public static Outcome run(Path folder, int kills, long seed) throws IOException, InterruptedException {
        return run(folder, seed, kills * ARTICLES_A_KILL / ARTICLES_A_FILE, (chaos, victims) -> {
            for (int kill = 0; kill < kills; kill++) {
                chaos.kill(victims);
            }
        });
    }

    /** Stops one of two enrich for a while, as a long pause of its machine would, so that the other takes over, and lets it go on. */
    public static Outcome stop(Path folder, Duration pause, long seed) throws IOException, InterruptedException {
        return run(
                folder,
                seed,
                Math.toIntExact(pause.toSeconds()) * ARTICLES_A_SECOND / ARTICLES_A_FILE,
                (chaos, victims) -> {
                    Program enrich = victims.get(2);
                    Thread.sleep(8_000); // until it is at work
                    enrich.signal("STOP");
                    Thread.sleep(pause.toMillis());
                    enrich.signal("CONT");
                });
    }

    private interface Mischief {
        void toDo(Chaos chaos, List<Program> victims) throws IOException, InterruptedException;
    }

    /** Runs the pipeline undisturbed and disturbed on the same articles. */
    private static Outcome run(Path folder, long seed, int files, Mischief mischief)
            throws IOException, InterruptedException {
        Path feed = folder.resolve("feed");
        int sent = ChaosFeed.write(feed, seed, Math.max(3, files), ARTICLES_A_FILE);
        Path calm = folder.resolve("calm");
        Program undisturbed = Program.newsfold(
                "calm",
                folder,
                "run",
                "--once",
                "--quiet",
                "--feed",
                feed.toString(),
                "--data",
                calm.resolve("data").toString(),
                "--out",
                calm.resolve("out").toString());
        Chaos chaos = new Chaos(folder, seed);
        try {
            chaos.disturb(feed, mischief);
            while (undisturbed.isRunning()) {
                Thread.sleep(100);
            }
            List<String> faults = chaos.check(sent, calm.resolve("out"), folder.resolve("out"));
            return new Outcome(seed, sent, chaos.killed, faults);
        } finally {
            chaos.stop();
            undisturbed.kill();
        }
    }

    private void disturb(Path feed, Mischief mischief) throws IOException, InterruptedException {
        Program sink = program(
                "sink",
                "sink",
                "--partitions",
                "2",
                "--gather",
                "1s",
                "--out",
                folder.resolve("out").toString());
        awaitTopics();
        List<Program> victims = new ArrayList<>(List.of(
                broker,
                sink,
                program(
                        "enrich-1",
                        "enrich",
                        "--threads",
                        "1",
                        "--data",
                        folder.resolve("enrich-1").toString()),
                program(
                        "enrich-2",
                        "enrich",
                        "--threads",
                        "1",
                        "--data",
                        folder.resolve("enrich-2").toString())));
        Program ingest = program(
                "ingest",
                "replay",
                "--quiet",
                "--rate",
                ARTICLES_A_SECOND + "/s",
                "--data",
                folder.resolve("ingest").toString(),
                feed.toString());
        victims.add(ingest);
        mischief.toDo(this, victims);
        while (ingest.isRunning() || ingest.exitCode() != 3 && ingest.exitCode() != 0) {
            victims.forEach(Program::ensureRunning);
            Thread.sleep(500);
        }
        awaitCaughtUp(victims.subList(0, victims.size() - 1));
        sink.stop();
    }

    private void kill(List<Program> victims) throws InterruptedException {
        Thread.sleep(200 + random.nextInt(2_000));
        Program victim = victims.get(random.nextInt(victims.size()));
        victim.kill();
        killed.merge(victim.name(), 1, Integer::sum);
        Thread.sleep(random.nextInt(500));
        victims.forEach(Program::ensureRunning); // one that gave up because the broker was away, too
    }

    private Program program(String name, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bootstrap-servers", address));
        arguments.addAll(List.of(more));
        Program program = Program.newsfold(name, folder, arguments.toArray(String[]::new));
        all.add(program);
        return program;
    }

    private void awaitTopics() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (Cluster cluster = new Cluster(client)) {
                List<String> topics =
                        Stream.of(Topic.values()).map(Topic::topicName).toList();
                if (cluster.existing(topics).size() == topics.size()) {
                    return;
                }
            } catch (KafkaException | io.newsfold.kafka.BrokerException e) {
                all.forEach(Program::ensureRunning); // the broker is not up yet
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the topics did not come up; see the logs in " + folder);
    }

    /** Settled is what stays settled for a while: programs that were just started have not begun yet. */
    private void awaitCaughtUp(List<Program> programs) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int calm = 0;
        while (calm < 10 && System.nanoTime() < deadline) {
            programs.forEach(Program::ensureRunning);
            try (Cluster cluster = new Cluster(client)) {
                calm = new ProcessingStatus(cluster, client).isSettled() ? calm + 1 : 0;
            } catch (RuntimeException e) {
                calm = 0; // the broker is coming up
            }
            Thread.sleep(300);
        }
        Thread.sleep(3_000); // the sink
    }

    private List<String> check(int sent, Path calm, Path out) throws IOException {
        List<String> faults = new ArrayList<>(Audit.of(client, out).faults());
        faults.addAll(Verification.run(out).faults());
        Set<String> ids = new HashSet<>();
        int[] records = new int[1];
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(entry -> {
                records[0]++;
                ids.add(new String(
                        entry.headers().lastHeader("ce_id").value(), java.nio.charset.StandardCharsets.UTF_8));
            });
        }
        if (records[0] != sent || ids.size() != sent) {
            faults.add(sent + " lines, but " + records[0] + " raw records of " + ids.size() + " deliveries");
        }
        faults.addAll(unreadable(out));
        Map<String, String> expected = files(calm.resolve("latest"));
        Map<String, String> found = files(out.resolve("latest"));
        if (!expected.equals(found)) {
            Set<String> names = new java.util.TreeSet<>(expected.keySet());
            names.addAll(found.keySet());
            names.removeIf(name -> java.util.Objects.equals(expected.get(name), found.get(name)));
            faults.add("latest is not as without faults in " + names);
        }
        return faults;
    }

    /** What a reader that is not ours makes of every file. */
    private static List<String> unreadable(Path out) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (String kind : List.of("history", "latest")) {
                for (Map.Entry<String, String> file : files(out.resolve(kind)).entrySet()) {
                    String path = out.resolve(kind).resolve(file.getKey()).toString();
                    long lines = file.getValue().lines().count();
                    try (ResultSet rows = statement.executeQuery(
                            "select count(*) from read_json('" + path + "', format = 'newline_delimited')")) {
                        rows.next();
                        if (rows.getLong(1) != lines) {
                            faults.add("DuckDB reads " + rows.getLong(1) + " of " + lines + " rows of " + path);
                        }
                    } catch (SQLException e) {
                        faults.add("DuckDB cannot read " + path + ": " + e.getMessage());
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
        return faults;
    }

    private static Map<String, String> files(Path root) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void stop() throws InterruptedException {
        for (Program program : all) {
            program.stop();
        }
        broker.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
