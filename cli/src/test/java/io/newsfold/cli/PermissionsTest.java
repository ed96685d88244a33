package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.kafka.Cluster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The permissions in docs/operations.md are enough on a broker that grants no others. */
class PermissionsTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    PermissionsTest() {}

    @Test
    void eachProcessWorksWithItsListedPermissions() throws Exception {
        int port = freePort();
        KafkaRaftServer broker = broker(port);
        broker.startup();
        Process enrich = null;
        Process sink = null;
        try {
            allow(port, Files.readAllLines(Path.of("..", "docs", "operations.md")));
            sink = start("sink", port, "sink", "--gather", "300ms", "--out", folder.resolve("out") + "");
            Path lock = folder.resolve("out").resolve(".topics");
            while (sink.isAlive() && !Files.exists(lock)) {
                sink.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            enrich = start("enrich", port, "enrich", "--data", folder.resolve("data") + "");
            Run replay = as("ingest", port, "replay", Run.SEED_FEED.toString());
            Path latest = folder.resolve("out/latest/stories");
            while (enrich.isAlive() && sink.isAlive() && !Files.isDirectory(latest)) {
                enrich.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            }

            Run doctor = as("desk", port, "doctor", "--out", folder.resolve("none") + "");
            Run stories = as("desk", port, "stories");

            assertThat(replay.code()).as(replay.stderr()).isIn(0, 3);
            assertThat(latest)
                    .as(Files.readString(folder.resolve("log-enrich")))
                    .isDirectory();
            assertThat(stories.code()).as(stories.stderr()).isZero();
            assertThat(doctor.code()).as(doctor.stdout()).isEqualTo(6);
            assertThat(doctor.stdout()).contains("failed   access: articles.enriched: [WRITE] not allowed to us");
        } finally {
            if (enrich != null) {
                enrich.destroy();
                enrich.waitFor();
            }
            if (sink != null) {
                sink.destroy();
                sink.waitFor();
            }
            broker.shutdown();
            broker.awaitShutdown();
        }
    }

    private Process start(String user, int port, String... arguments) throws IOException {
        return Child.newsfold(folder.resolve("log-" + user), with(user, port, arguments));
    }

    private Run as(String user, int port, String... arguments) throws IOException {
        return Run.command(folder, with(user, port, arguments));
    }

    private String[] with(String user, int port, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve(user + ".properties"), """
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=%s;
                """.formatted(jaas(user)));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", "127.0.0.1:" + port, "--kafka-config", file.toString()));
        return all.toArray(String[]::new);
    }

    private static String jaas(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user
                + "\" password=\"hush\"";
    }

    /** Grants the permissions in the lines of the page; {@code P User:NAME --operation … --topic …}. */
    private static void allow(int port, List<String> page) throws Exception {
        Properties admin = new Properties();
        admin.putAll(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas("admin") + ";"));
        List<AclBinding> all = new ArrayList<>();
        for (String line : page) {
            if (line.startsWith("    P User:")) {
                all.addAll(bindings(line.strip().split(" +")));
            }
        }
        assertThat(all).isNotEmpty();
        try (Admin client = Admin.create(admin);
                Cluster cluster = new Cluster(admin)) {
            cluster.check();
            client.createAcls(all).all().get();
        }
    }

    private static List<AclBinding> bindings(String[] words) {
        List<AclOperation> operations = new ArrayList<>();
        List<Map.Entry<ResourceType, String>> resources = new ArrayList<>();
        PatternType type = PatternType.LITERAL;
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "--operation" -> operations.add(AclOperation.fromString(words[++i]));
                case "--topic" -> resources.add(Map.entry(ResourceType.TOPIC, words[++i]));
                case "--group" -> resources.add(Map.entry(ResourceType.GROUP, words[++i]));
                case "--transactional-id" -> resources.add(Map.entry(ResourceType.TRANSACTIONAL_ID, words[++i]));
                case "--cluster" -> resources.add(Map.entry(ResourceType.CLUSTER, "kafka-cluster"));
                default -> type = PatternType.fromString(words[++i].toUpperCase(java.util.Locale.ROOT));
            }
        }
        List<AclBinding> all = new ArrayList<>();
        for (var resource : resources) {
            for (AclOperation operation : operations) {
                all.add(new AclBinding(
                        new ResourcePattern(resource.getKey(), resource.getValue(), type),
                        new AccessControlEntry(words[1], "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return all;
    }

    private KafkaRaftServer broker(int port) throws Exception {
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
                "listener.name.sasl_plaintext.plain.sasl.jaas.config=" + jaas("admin")
                        + " user_admin=\"hush\" user_enrich=\"hush\" user_sink=\"hush\" user_ingest=\"hush\""
                        + " user_desk=\"hush\";",
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
        return new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
