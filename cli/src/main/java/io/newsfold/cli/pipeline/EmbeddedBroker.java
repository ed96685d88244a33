package io.newsfold.cli.pipeline;

import io.newsfold.contract.Limits;
import io.newsfold.kafka.BrokerException;
import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.common.TransactionVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, one node) in this process, on a free loopback port, with its data in a folder. The server
 * classes are not public API of Kafka, but its own start script calls them; only this class knows them.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String HOST = "127.0.0.1";
    /** Exit code for an output that is not writable. */
    private static final int CANNOT_WRITE = 7;

    /** The session timeout of the previous broker registration (1 s), with a margin. */
    private static final Duration FENCING = Duration.ofSeconds(4);

    private final KafkaRaftServer server;
    private final DataLock lock;
    private final Path folder;
    private final String address;
    private final String clusterId;
    private final boolean uncleanStart;

    private EmbeddedBroker(
            KafkaRaftServer server,
            DataLock lock,
            Path folder,
            String address,
            String clusterId,
            boolean uncleanStart) {
        this.server = server;
        this.lock = lock;
        this.folder = folder;
        this.address = address;
        this.clusterId = clusterId;
        this.uncleanStart = uncleanStart;
    }

    /**
     * Starts the broker whose data are in {@code folder}, or a new one.
     *
     * @throws IllegalArgumentException where another process works on the folder
     * @throws OutputException where the folder cannot be written
     * @throws BrokerException where the broker does not start
     */
    public static EmbeddedBroker start(Path folder) {
        return start(folder, 0);
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param port on which it listens; 0 for a free one
     */
    public static EmbeddedBroker start(Path folder, int port) {
        DataLock lock = DataLock.of(folder);
        try {
            Path logs = folder.resolve("kafka");
            Optional<String> previous = BrokerAddress.read(folder);
            int brokerPort = port == 0 ? previousOrFreePort(previous) : port;
            int controllerPort = freePort();
            format(logs);
            explainHalts(folder);
            if (previous.isPresent()) {
                fencePreviousRegistration(logs, controllerPort);
            }
            KafkaRaftServer server = new KafkaRaftServer(
                    new KafkaConfig(settings(logs, brokerPort, controllerPort), false), Time.SYSTEM);
            server.startup();
            String address = HOST + ":" + brokerPort;
            BrokerAddress.write(folder, address);
            return new EmbeddedBroker(server, lock, folder, address, clusterId(logs), previous.isPresent());
        } catch (IOException e) {
            lock.close();
            throw new OutputException("cannot keep a broker: " + FolderCheck.reason(folder, e), e);
        }
    }

    /**
     * Prints the reason before the broker ends the process. A broker that cannot write halts at once, which is right:
     * acknowledged records are on the disk.
     */
    private static void explainHalts(Path folder) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("newsfold: the embedded broker cannot write: "
                    + folder.toFile().getUsableSpace() / 1_048_576 + " MiB are free in " + folder
                    + "; no acknowledged record is lost, start again when there is space");
            System.err.flush();
            Runtime.getRuntime().halt(CANNOT_WRITE);
        });
    }

    private static void format(Path logs) throws IOException {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(logs.toString()))
                    .setIgnoreFormatted(true)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setFeatureLevel(TransactionVersion.FEATURE_NAME, TransactionVersion.TV_1.featureLevel())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logs.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // the formatter declares no less
            throw new BrokerException("cannot format " + logs + ": " + e.getMessage(), e);
        }
    }

    private static String clusterId(Path logs) throws IOException {
        Properties meta = new Properties();
        try (var in = Files.newBufferedReader(logs.resolve("meta.properties"))) {
            meta.load(in);
        }
        return meta.getProperty("cluster.id");
    }

    /**
     * After a kill, runs the controller alone until it has fenced the previous broker registration. Otherwise the new
     * broker passes for the previous one until that session times out: it leads its partitions at once, and sends the
     * transaction markers of prepared transactions to itself before it listens, and they get lost.
     */
    private static void fencePreviousRegistration(Path logs, int controllerPort) {
        Properties settings = settings(logs, 0, controllerPort);
        settings.put("process.roles", "controller");
        settings.put("listeners", "CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT");
        settings.put("broker.session.timeout.ms", "1000");
        settings.remove("advertised.listeners");
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        controller.startup();
        LockSupport.parkNanos(FENCING.toNanos());
        controller.shutdown();
        controller.awaitShutdown();
        LOG.info("fenced the previous broker registration");
    }

    /**
     * After a kill, the port of the previous run, where it is free. The broker starts with its last known address and
     * first sends the markers of transactions that the kill interrupted there: on another port the markers get lost,
     * and the transactions stay prepared for ever.
     *
     * @param previous address of the previous run; empty after a clean stop
     */
    private static int previousOrFreePort(Optional<String> previous) throws IOException {
        if (previous.isEmpty()) {
            return freePort();
        }
        String address = previous.get();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (BindException e) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Properties settings(Path logs, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        String broker = "PLAINTEXT://" + HOST + ":" + brokerPort;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("listeners", broker + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(Limits.RECORD_BYTES));
        settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
        }
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // after a kill, the broker can register again only when its session has timed out
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        return settings;
    }

    /** Host and port for clients. */
    public String address() {
        return address;
    }

    /** Client properties for this broker. */
    public Properties client() {
        Properties client = new Properties();
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address);
        return client;
    }

    public String clusterId() {
        return clusterId;
    }

    /** Whether the previous run was killed: its consumer groups then still have stale members. */
    public boolean isUncleanStart() {
        return uncleanStart;
    }

    /** Stops the broker. Its clients have to be closed before. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try {
            BrokerAddress.delete(folder);
            lock.close();
        } catch (IOException e) {
            throw new BrokerException("cannot remove the address of the broker: " + e.getMessage(), e);
        }
    }
}
