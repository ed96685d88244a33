package io.newsfold.lab.chaos;

import io.newsfold.contract.Topic;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** A pipeline of five programs on loopback: broker, sink, two enrich and one replay of a feed. */
final class ChaosPipeline implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    /** Checks in a row that find the pipeline caught up: programs that have just started have not begun yet. */
    private static final int CAUGHT_UP_CHECKS = 10;

    private final Path folder;
    private final Random random;
    private final String address;
    private final Properties client;
    private final Program broker;
    private final Program sink;
    private final Program pausable;
    private final Program replay;
    private final List<Program> programs;
    private final TreeMap<String, Integer> kills = new TreeMap<>();

    /**
     * Starts all programs.
     *
     * @param folder for the files, the data and the logs
     * @param seed of the order of kills
     * @param rate at which the feed is sent, in lines a second
     */
    ChaosPipeline(Path folder, Path feed, long seed, int rate) throws IOException, InterruptedException {
        this.folder = folder;
        this.random = new Random(seed);
        int port = freePort();
        this.address = "127.0.0.1:" + port;
        this.client = ClientSettings.of(address, null);
        this.broker = Program.broker(folder, port);
        this.sink = program("sink", "sink", "--partitions", "2", "--gather", "1s", "--out", out().toString());
        awaitTopics(List.of(broker, sink));
        Program enrich = program("enrich-1", "enrich", "--threads", "1", "--data", data("enrich-1"));
        this.pausable = enrich;
        Program other = program("enrich-2", "enrich", "--threads", "1", "--data", data("enrich-2"));
        this.replay = program(
                "ingest", "replay", "--quiet", "--rate", rate + "/s", "--data", data("ingest"), feed.toString());
        this.programs = List.of(broker, sink, enrich, other, replay);
    }

    /** Folder of the files. */
    Path out() {
        return folder.resolve("out");
    }

    Properties client() {
        return client;
    }

    /** Number of kills by the name of the program. */
    Map<String, Integer> kills() {
        return kills;
    }

    /** Kills one program, chosen at random, after a random time, and restarts all that do not run. */
    void killOne() throws InterruptedException {
        Thread.sleep(200 + random.nextInt(2_000));
        Program victim = programs.get(random.nextInt(programs.size()));
        victim.kill();
        kills.merge(victim.name(), 1, Integer::sum);
        Thread.sleep(random.nextInt(500));
        programs.forEach(Program::ensureRunning); // also one that gave up while the broker was down
    }

    /** Pauses one of the two enrich processes, as a long pause of its machine would, so that the other takes over. */
    void pauseEnrich(Duration pause) throws IOException, InterruptedException {
        Thread.sleep(8_000); // until it has tasks
        pausable.signal("STOP");
        Thread.sleep(pause.toMillis());
        pausable.signal("CONT");
    }

    /** Waits until the whole feed is sent, processed and in the files; stops the sink. */
    void finish() throws InterruptedException {
        while (replay.isRunning() || replay.exitCode() != 3 && replay.exitCode() != 0) {
            programs.forEach(Program::ensureRunning);
            Thread.sleep(500);
        }
        awaitCaughtUp(programs.subList(0, programs.size() - 1));
        sink.stop();
    }

    private Program program(String name, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bootstrap-servers", address));
        arguments.addAll(List.of(more));
        return Program.newsfold(name, folder, arguments.toArray(String[]::new));
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private void awaitTopics(List<Program> started) throws InterruptedException {
        List<String> topics = Stream.of(Topic.values()).map(Topic::topicName).toList();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            try (Cluster cluster = new Cluster(client)) {
                if (cluster.existing(topics).size() == topics.size()) {
                    return;
                }
            } catch (KafkaException | BrokerException e) {
                // the broker is not up yet; the sink gives up where that takes long
            }
            started.forEach(Program::ensureRunning);
            Thread.sleep(200);
        }
        for (Program program : started) {
            program.kill();
        }
        throw new IllegalStateException("the topics were not created; see the logs in " + folder);
    }

    private void awaitCaughtUp(List<Program> running) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        int caughtUp = 0;
        while (caughtUp < CAUGHT_UP_CHECKS && System.nanoTime() < deadline) {
            running.forEach(Program::ensureRunning);
            try (Cluster cluster = new Cluster(client)) {
                caughtUp = new ProcessingStatus(cluster, client).isCaughtUp() ? caughtUp + 1 : 0;
            } catch (KafkaException | BrokerException e) {
                caughtUp = 0; // the broker is starting
            }
            Thread.sleep(300);
        }
        Thread.sleep(3_000); // the sink
    }

    /** Stops all programs, the broker last. */
    @Override
    public void close() {
        try {
            for (int i = programs.size() - 1; i > 0; i--) {
                programs.get(i).stop();
            }
            broker.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
