package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.kafka.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
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
        try (SecuredBroker broker = SecuredBroker.start(folder, "enrich", "sink", "ingest", "desk")) {
            eachProcessWorks(broker);
        }
    }

    private void eachProcessWorks(SecuredBroker broker) throws Exception {
        Process enrich = null;
        Process sink = null;
        try {
            allow(broker.administrator(), Files.readAllLines(Path.of("..", "docs", "operations.md")));
            sink = start(broker, "sink", "sink", "--gather", "300ms", "--out", folder.resolve("out") + "");
            Path lock = folder.resolve("out").resolve(".topics");
            while (sink.isAlive() && !Files.exists(lock)) {
                sink.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            enrich = start(broker, "enrich", "enrich", "--data", folder.resolve("data") + "");
            Run replay = as(broker, "ingest", "replay", Run.SEED_FEED.toString());
            Path latest = folder.resolve("out/latest/stories");
            while (enrich.isAlive() && sink.isAlive() && !Files.isDirectory(latest)) {
                enrich.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            }

            Run doctor = as(broker, "desk", "doctor", "--out", folder.resolve("none") + "");
            Run stories = as(broker, "desk", "stories");

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
        }
    }

    private Process start(SecuredBroker broker, String user, String... arguments) throws IOException {
        return Child.newsfold(folder.resolve("log-" + user), with(broker, user, arguments));
    }

    private Run as(SecuredBroker broker, String user, String... arguments) throws IOException {
        return Run.command(folder, with(broker, user, arguments));
    }

    private static String[] with(SecuredBroker broker, String user, String... arguments) throws IOException {
        return Stream.concat(Stream.of(arguments), broker.options(user).stream())
                .toArray(String[]::new);
    }

    /** Grants the permissions in the lines of the page; {@code P User:NAME --operation … --topic …}. */
    private static void allow(Properties admin, List<String> page) throws Exception {
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
}
