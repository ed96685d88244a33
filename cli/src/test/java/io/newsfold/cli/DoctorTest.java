package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsfold doctor} names each fault with the command that repairs it. */
class DoctorTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    DoctorTest() {}

    @Test
    void aHealthyRunPassesEveryCheck() {
        try (Pipeline pipeline = startPipeline()) {
            pipeline.awaitCaughtUp();

            Run run = doctor();

            assertThat(run.code()).as(run.stdout()).isZero();
            assertThat(run.stdout().lines())
                    .allMatch(line -> line.startsWith("ok "))
                    .hasSize(12);
            assertThat(run.stdout())
                    .contains("broker: cluster ", "of 1 broker, metadata of version 4.4")
                    .containsPattern("clock: the controller's clock is \\d+ ms (ahead of|behind) ours")
                    .contains("topics: 10 topics, the keyed ones of 2 partitions each")
                    .contains("access: we may read and write all topics and create them")
                    .contains("writer: a process writes to ")
                    .contains("transactions: none hangs")
                    .contains("entities: ours ");
        }
    }

    @Test
    void aTopicWithOtherSettingsIsNamedWithTheCommandThatRepairsIt() throws Exception {
        try (Pipeline pipeline = startPipeline()) {
            pipeline.awaitCaughtUp();
            misconfigureTopics(pipeline.client());

            Run run = doctor();

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.stdout())
                    .contains("warning  topics: articles.raw: retention.ms is 1000000, not -1  →  kafka-configs.sh")
                    .contains("failed   topics: stories: cleanup.policy is delete, not compact  →  kafka-configs.sh")
                    .contains("failed   topics: lineage has 3 partitions, not 2");
        }
    }

    @Test
    void findingsArePrintedAsJsonToo() throws Exception {
        try (Pipeline pipeline = startPipeline()) {
            pipeline.awaitCaughtUp();
            misconfigureTopics(pipeline.client());
            List<JsonNode> findings = new ArrayList<>();

            for (String line : doctor("--json").stdout().lines().toList()) {
                findings.add(new ObjectMapper().readTree(line));
            }

            assertThat(findings)
                    .hasSize(14)
                    .allMatch(f -> f.get("schema").asText().equals("newsfold/finding/1"));
        }
    }

    @Test
    void aMissingOrSilentBrokerIsUnreachable() {
        Run missing = doctor();
        Run silent = doctor("--bootstrap-servers", "127.0.0.1:1");

        assertThat(missing.code()).isEqualTo(5);
        assertThat(missing.stdout()).contains("failed   broker: no newsfold run is at work on ");
        assertThat(silent.code()).isEqualTo(5);
        assertThat(silent.stdout()).contains("failed   broker: no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void anOutputFolderThatIsAFileIsNotWritable() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");

        Run run = doctor();

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.stdout()).contains("failed   out: " + folder.resolve("out") + " cannot be written to");
    }

    private Pipeline startPipeline() {
        return Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
    }

    private static void misconfigureTopics(Properties client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            set(admin, Topic.RAW, "retention.ms", "1000000");
            set(admin, Topic.STORIES, "cleanup.policy", "delete");
            admin.createPartitions(Map.of(Topic.LINEAGE.topicName(), NewPartitions.increaseTo(3)))
                    .all()
                    .get();
        }
    }

    private Run doctor(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("doctor", "--data", folder.resolve("data") + "", "--out", folder.resolve("out") + ""));
        arguments.addAll(List.of(more));
        return Run.command(folder, arguments.toArray(String[]::new));
    }

    private static void set(Admin admin, Topic topic, String name, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        admin.incrementalAlterConfigs(Map.of(
                        resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
