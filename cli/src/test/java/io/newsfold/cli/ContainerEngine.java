package io.newsfold.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.utility.DockerImageName;

/** What tests with containers need; where it is not there, they are skipped and say so. */
final class ContainerEngine {
    static final DockerImageName KAFKA = DockerImageName.parse(System.getProperty("kafka.image", "apache/kafka:4.4.0"))
            .asCompatibleSubstituteFor("apache/kafka");
    static final DockerImageName JAVA =
            DockerImageName.parse(System.getProperty("java.image", "eclipse-temurin:17-jre"));

    private static final int PULL_SECONDS = 60;

    private ContainerEngine() {}

    /** Skips the test where no engine answers, or has one of the images and cannot get it. */
    static void require(DockerImageName... images) throws InterruptedException {
        assumeTrue(!System.getProperty("containers", "").equals("none"), "skipped: started with -Dcontainers=none");
        assumeTrue(answers(), "skipped: no Docker engine answers here");
        for (DockerImageName image : images) {
            assumeTrue(has(image), "skipped: the Docker engine here has no " + image.asCanonicalNameString());
        }
    }

    private static boolean answers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (ContainerFetchException e) {
            return false; // it lacks the image by which the library tries it
        }
    }

    private static boolean has(DockerImageName image) throws InterruptedException {
        DockerClient client = DockerClientFactory.lazyClient();
        try {
            client.inspectImageCmd(image.asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException e) {
            return pull(image, client);
        }
    }

    private static boolean pull(DockerImageName image, DockerClient client) throws InterruptedException {
        try {
            return client.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .start()
                    .awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
        } catch (DockerException e) {
            return false;
        }
    }

    /** Skips the test where containers have another time: a broker takes no records of hours after its own. */
    static void requireOurClock(Container<?> container) throws IOException, InterruptedException {
        String seconds = container.execInContainer("date", "+%s").getStdout().strip();
        Duration difference = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), Instant.now());
        assumeTrue(
                difference.abs().compareTo(Duration.ofMinutes(10)) < 0,
                "skipped: the clock of containers is another one than ours");
    }
}
