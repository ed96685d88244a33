package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The services of docker-compose.yml, each in a container, enrich twice, write the same files as one process. The
 * containers run the classes under test.
 */
class ComposeTest {
    private static final String LISTENER = "broker:19092";

    // the files of the containers belong to another user
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ComposeTest() {}

    @Test
    void theServicesWriteWhatOneProcessWrites() throws IOException, InterruptedException {
        ContainerEngine.require(ContainerEngine.KAFKA, ContainerEngine.JAVA);
        Map<String, String> expected =
                Run.once(folder.resolve("inside"), Run.SEED_FEED).latest();
        Path out = Files.createDirectories(folder.resolve("out"));

        try (Network network = Network.newNetwork();
                KafkaContainer broker = new KafkaContainer(ContainerEngine.KAFKA)
                        .withNetwork(network)
                        .withListener(LISTENER);
                GenericContainer<?> sink = service("sink", network, out);
                GenericContainer<?> enrich = service("enrich", network, out);
                GenericContainer<?> another = service("enrich", network, out);
                GenericContainer<?> ingest = service("ingest", network, out)) {
            broker.start();
            ContainerEngine.requireOurClock(broker);
            sink.start();
            awaitLine(sink, "sink writes to /out");
            enrich.start();
            another.start();
            ingest.start();

            awaitFiles(out.resolve("latest"), expected, sink);
            assertThat(Run.files(out.resolve("latest"))).as(sink.getLogs()).isEqualTo(expected);
            assertThat(ingest.getCurrentContainerInfo().getState().getExitCodeLong())
                    .isEqualTo(3);
        }
    }

    /** A service with its command from the file, on the jars and the seed feed of this build. */
    private static GenericContainer<?> service(String name, Network network, Path out) throws IOException {
        Path project = Path.of("..").toRealPath();
        JsonNode command = new YAMLMapper()
                .readTree(project.resolve("docker-compose.yml").toFile())
                .path("services")
                .path(name)
                .path("command");
        List<String> words = new ArrayList<>(List.of(
                "java",
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Newsfold.class.getName()));
        command.forEach(word -> words.add(word.asText()
                .replace("broker:9092", LISTENER)
                .replace("/opt/newsfold/seeds", project.resolve("seeds").toString())));
        List<Bind> binds = new ArrayList<>(List.of(new Bind(out.toString(), new Volume("/out"))));
        for (String root : roots(project)) {
            binds.add(new Bind(root, new Volume(root), AccessMode.ro));
        }
        return new GenericContainer<>(ContainerEngine.JAVA)
                .withNetwork(network)
                .withCommand(words.toArray(String[]::new))
                .withCreateContainerCmdModifier(
                        create -> Objects.requireNonNull(create.getHostConfig()).withBinds(binds));
    }

    /** The folders of the class path and of the feed. */
    private static Set<String> roots(Path project) {
        Set<String> roots = new TreeSet<>(List.of(project.toString()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.startsWith(project))
                .map(path -> Objects.requireNonNull(path.getParent()).toString())
                .forEach(roots::add);
        return roots;
    }

    private static void awaitLine(GenericContainer<?> container, String line) throws InterruptedException {
        for (int i = 0; i < 600 && !container.getLogs().contains(line); i++) {
            Thread.sleep(100);
        }
        assertThat(container.getLogs()).contains(line);
    }

    private static void awaitFiles(Path latest, Map<String, String> expected, GenericContainer<?> sink)
            throws IOException, InterruptedException {
        for (int i = 0; i < 600 && sink.isRunning(); i++) {
            if (Files.isDirectory(latest) && expected.equals(read(latest))) {
                return;
            }
            Thread.sleep(200);
        }
    }

    /** The files; none while a snapshot is being swapped in. */
    private static Map<String, String> read(Path latest) throws IOException {
        try {
            return Run.files(latest);
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
            return Map.of();
        }
    }
}
