package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole pipeline on a broker in a container; skipped where no Docker engine answers. */
class ContainerTest {
    private static final String IMAGE = System.getProperty("kafka.image", "apache/kafka:4.3.1");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ContainerTest() {}

    @Test
    void anExternalClusterGivesTheSameFilesAsTheEmbeddedBroker() throws IOException, InterruptedException {
        assumeTrue(hasEngine(), "skipped: no Docker engine answers here, or it has no images");
        Run inside = Run.once(folder.resolve("inside"), Run.SEED_FEED);

        try (KafkaContainer kafka =
                new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))) {
            kafka.start();
            assumeTrue(hasOurClock(kafka), "skipped: the clock of containers is another one than ours");
            Run outside = Run.once(
                    folder.resolve("outside"), Run.SEED_FEED, "--bootstrap-servers", kafka.getBootstrapServers());

            assertThat(outside.stderr()).doesNotContain("Exception");
            assertThat(outside.stdout()).isEqualTo(inside.stdout());
            assertThat(outside.latest()).isEqualTo(inside.latest());
        }
    }

    /** A broker takes no records that are dated hours after its own time. */
    private static boolean hasOurClock(KafkaContainer kafka) throws IOException, InterruptedException {
        String seconds = kafka.execInContainer("date", "+%s").getStdout().strip();
        Duration difference = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), Instant.now());
        return difference.abs().compareTo(Duration.ofMinutes(10)) < 0;
    }

    /** An engine that cannot get an image is none. */
    private static boolean hasEngine() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (ContainerFetchException e) {
            return false;
        }
    }
}
