package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process loads the web server, the search index and the broker only where its command needs them. */
class LoadedClassesTest {
    private static final List<String> OTHERS =
            List.of("org.eclipse.jetty.", "org.apache.lucene.", "kafka.server.", "org.apache.kafka.server.", "scala.");

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    LoadedClassesTest() {}

    @BeforeEach
    void publishAnArticle() throws IOException {
        Path article = article("pier", "The pier at Carrow Point will be painted green in May, the board decided.");
        Run.once(folder, article);
        broker = EmbeddedBroker.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aSinkLoadsNeitherDeskNorBroker() throws IOException, InterruptedException {
        Path latest = folder.resolve("other").resolve("latest").resolve("articles");
        Process sink = start("sink", "--out", folder.resolve("other").toString());

        while (sink.isAlive() && !Files.isDirectory(latest)) {
            sink.waitFor(100, TimeUnit.MILLISECONDS);
        }
        stop(sink);

        assertThat(latest).isDirectory();
        assertThat(loadedClasses()).contains("io.newsfold.sink.FileSink").noneMatch(LoadedClassesTest::isOther);
    }

    @Test
    void anEnrichLoadsNeitherDeskNorBroker() throws IOException, InterruptedException {
        Path article = article("mill", "The mill at Tarn Bridge will become a museum in June, the town council said.");
        Process enrich = start("enrich");

        Run add = Run.command(
                folder,
                "add",
                article.toString(),
                "--data",
                folder.resolve("data").toString());
        stop(enrich);

        assertThat(add.stdout()).startsWith("published: ");
        assertThat(loadedClasses())
                .contains("io.newsfold.enrich.stream.EnrichJob")
                .noneMatch(LoadedClassesTest::isOther);
    }

    /** Starts a command on the embedded broker of the data folder, which logs each class that it loads. */
    private Process start(String command, String... more) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of(command, "--data", folder.resolve("data").toString()), Stream.of(more))
                .toArray(String[]::new);
        String option = "-Xlog:class+load:file=" + folder.resolve("classes");
        return Child.java(folder.resolve("log"), List.of("-Xlog:disable", option), Map.of(), Newsfold.class, arguments);
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private Path article(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".txt"), "News of the " + name + "\n\n" + text);
    }

    /** Lines are as {@code [0.053s][info][class,load] java.lang.Object source: shared objects file}. */
    private List<String> loadedClasses() throws IOException {
        return Files.readAllLines(folder.resolve("classes")).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private static boolean isOther(String name) {
        return OTHERS.stream().anyMatch(name::startsWith);
    }
}
