package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** The whole pipeline on a broker in a container; skipped where no Docker engine answers. */
class ContainerTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ContainerTest() {}

    @Test
    void anExternalClusterGivesTheSameFilesAsTheEmbeddedBroker() throws IOException, InterruptedException {
        ContainerEngine.require(ContainerEngine.KAFKA);
        Run inside = Run.once(folder.resolve("inside"), Run.SEED_FEED);

        try (KafkaContainer kafka = new KafkaContainer(ContainerEngine.KAFKA)) {
            kafka.start();
            ContainerEngine.requireOurClock(kafka);
            Run outside = Run.once(
                    folder.resolve("outside"), Run.SEED_FEED, "--bootstrap-servers", kafka.getBootstrapServers());

            assertThat(outside.stderr()).doesNotContain("Exception");
            assertThat(outside.stdout()).isEqualTo(inside.stdout());
            assertThat(outside.latest()).isEqualTo(inside.latest());
        }
    }
}
