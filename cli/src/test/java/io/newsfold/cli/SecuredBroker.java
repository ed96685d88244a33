package io.newsfold.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker that asks for a password, and grants its users only what the administrator has allowed them. */
public final class SecuredBroker implements AutoCloseable {
    private static final String ADMIN = "admin";

    private final KafkaRaftServer server;
    private final Path folder;
    private final int port;

    private SecuredBroker(KafkaRaftServer server, Path folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a broker with these users and the administrator. */
    public static SecuredBroker start(Path folder, String... users) throws Exception {
        int port = freePort();
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(folder, port, List.of(users)), false), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, folder, port);
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The client properties of the administrator. */
    public Properties administrator() {
        Properties client = new Properties();
        client.putAll(Map.of(
                "bootstrap.servers",
                address(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas(ADMIN) + ";"));
        return client;
    }

    /** The options with which a command connects as a user. */
    public List<String> options(String user) throws IOException {
        Path file = Files.writeString(folder.resolve(user + ".properties"), """
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=%s;
                default.api.timeout.ms=300000
                request.timeout.ms=120000
                """.formatted(jaas(user)));
        return List.of("--bootstrap-servers", address(), "--kafka-config", file.toString());
    }

    private static String jaas(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user
                + "\" password=\"hush\"";
    }

    private static Properties settings(Path folder, int port, List<String> users) throws Exception {
        Path logs = folder.resolve("kafka");
        int controller = freePort();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(logs.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(logs.toString())
                .run();
        String passwords = Stream.concat(Stream.of(ADMIN), users.stream())
                .map(user -> " user_" + user + "=\"hush\"")
                .collect(Collectors.joining());
        Properties settings = new Properties();
        for (String setting : List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=SASL_PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners=SASL_PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=SASL_PLAINTEXT",
                "sasl.mechanism.inter.broker.protocol=PLAIN",
                "sasl.enabled.mechanisms=PLAIN",
                "listener.security.protocol.map=SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config=" + jaas(ADMIN) + passwords + ";",
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users=User:admin;User:ANONYMOUS",
                "log.dirs=" + logs,
                "auto.create.topics.enable=false",
                "message.max.bytes=12582912",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=1",
                "group.initial.rebalance.delay.ms=0")) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
