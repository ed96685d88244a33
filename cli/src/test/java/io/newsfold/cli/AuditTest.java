package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.FileFeed;
import io.newsfold.kafka.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit tells work that is not done from faults, and does not answer about files that are not there. */
class AuditTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    AuditTest() {}

    @Test
    void withoutAJobTheRawRecordsAreStillToGo() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
            sendSeedFeed(broker);

            Run audit = audit("--no-files");

            assertThat(audit.code()).isEqualTo(9);
            assertThat(audit.stdout())
                    .endsWith("still at work: 55 raw records to go, and no newsfold enrich is running; try again, or"
                            + " audit --wait\n");
            assertThat(audit.stderr()).isEmpty();
        }
    }

    @Test
    void aFolderWithoutTheFilesOfThePipelineIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve(".topics"), "articles.enriched AAAA\nstories BBBB\n");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
            sendSeedFeed(broker);

            List<Run> audits = List.of(
                    audit("--out", missing.toString()),
                    audit("--out", empty.toString()),
                    audit("--out", other.toString()));

            assertThat(audits).extracting(Run::code).containsOnly(4);
            assertThat(audits)
                    .extracting(Run::stderr)
                    .containsExactly(
                            "newsfold: there is no output folder " + missing + "\n",
                            "newsfold: " + empty
                                    + " is not an output folder of newsfold: no sink has written a history there\n",
                            "newsfold: " + other
                                    + " is the output folder of another pipeline: its records are from other topics"
                                    + " than those of this cluster\n");
        }
        assertThat(missing).doesNotExist();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void verifyAndCompactCreateNothingWhereNoSinkHasWritten() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        List<Run> runs = List.of(
                Run.command(folder, "verify", missing.toString()),
                Run.command(folder, "compact", missing.toString()),
                Run.command(folder, "verify", empty.toString()),
                Run.command(folder, "compact", empty.toString()));

        assertThat(runs).extracting(Run::code).containsOnly(4);
        assertThat(runs.get(1).stderr()).isEqualTo("newsfold: there is no output folder " + missing + "\n");
        assertThat(missing).doesNotExist();
        assertThat(empty).isEmptyDirectory();
    }

    private static void sendSeedFeed(EmbeddedBroker broker) {
        try (Cluster cluster = new Cluster(broker.client())) {
            cluster.createTopics(2);
        }
        try (RawProducer producer = new RawProducer(broker.client())) {
            new FileFeed(List.of(Run.SEED_FEED), remark -> {}).read(producer::publish);
        }
    }

    private Run audit(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("audit", "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(options));
        return Run.command(folder, arguments.toArray(String[]::new));
    }
}
