package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.sink.FileSink;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in docs/examples send an article and read it again, where what they need is installed. */
class ExampleProgramsTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ExampleProgramsTest() {}

    /** What a program printed, errors included. */
    private record Ended(int code, String output) {}

    @Test
    void pythonSendsAnArticleAndReadsIt() throws Exception {
        Optional<String> python =
                Stream.of("python3", "/usr/bin/python3").filter(this::hasKafka).findFirst();
        assumeTrue(python.isPresent(), "skipped: no python3 with confluent_kafka is installed");
        String program = python.orElseThrow();

        assertThat(sentAndRead(
                        List.of(program, EXAMPLES.resolve("produce.py").toString()),
                        List.of(program, EXAMPLES.resolve("read.py").toString())))
                .contains("2026-03-02T09:30:00Z  Ferry will run at night")
                .contains("person  Ida Holm  as: Ida Holm");
    }

    @Test
    void nodeSendsAnArticleAndReadsIt() throws Exception {
        Optional<Path> modules = Stream.of(
                        Objects.requireNonNullElse(System.getenv("NODE_PATH"), "")
                                .split(File.pathSeparator),
                        new String[] {EXAMPLES.resolve("node_modules").toString()})
                .flatMap(Stream::of)
                .map(Path::of)
                .filter(path ->
                        Stream.of("kafkajs", "lz4js", "fzstd").allMatch(name -> Files.isDirectory(path.resolve(name))))
                .findFirst();
        assumeTrue(
                modules.isPresent() && runs("node", "--version"),
                "skipped: no node, or no kafkajs, lz4js and fzstd in NODE_PATH or docs/examples/node_modules");
        Path link = folder.resolve("node_modules");
        Files.createSymbolicLink(link, modules.orElseThrow().toAbsolutePath());
        for (String name : List.of("produce.mjs", "read.mjs")) { // node looks for modules beside the program
            Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
        }

        String seen = sentAndRead(List.of("node", "produce.mjs"), List.of("node", "read.mjs"));
        Files.delete(link);

        assertThat(seen)
                .contains("2026-03-03T18:00:00Z  Old lamp is lit again")
                .contains("person  Nell Ridley  as: Nell Ridley");
    }

    private String sentAndRead(List<String> produce, List<String> read) throws Exception {
        try (Pipeline pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                AliasTable.shipped()))) {
            String broker = pipeline.client().getProperty("bootstrap.servers");
            Ended sent = program(with(produce, broker));
            assertThat(sent.code()).as(sent.output()).isZero();
            pipeline.awaitCaughtUp();
            Ended seen = program(with(read, broker, "1"));
            assertThat(seen.code()).as(seen.output()).isZero();
            return seen.output();
        }
    }

    private static List<String> with(List<String> command, String... arguments) {
        return Stream.concat(command.stream(), Stream.of(arguments)).toList();
    }

    private boolean hasKafka(String python) {
        return runs(python, "-c", "import confluent_kafka");
    }

    private boolean runs(String... command) {
        try {
            return program(List.of(command)).code() == 0;
        } catch (IOException e) { // it is not installed
            return false;
        }
    }

    private Ended program(List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "program", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("LD_PRELOAD"); // a clock that is set for the tests is not the program's
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            String text = Files.readString(output, UTF_8);
            assertThat(ended).as(command + " ends; it printed " + text).isTrue();
            return new Ended(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
