package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsfold.cli.ClientPrograms.Ended;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** A way to run a program of docs/examples. */
    @FunctionalInterface
    private interface Runner {
        Ended run(String program, String... arguments) throws IOException;
    }

    @Test
    void pythonSendsAnArticleAndReadsIt() throws Exception {
        ClientPrograms programs = new ClientPrograms(folder);
        Optional<String> python = programs.python("confluent_kafka");
        assumeTrue(python.isPresent(), "skipped: no python3 with confluent_kafka is installed");

        String seen = sentAndRead((name, arguments) -> programs.run(
                Stream.concat(Stream.of(python.orElseThrow(), EXAMPLES + "/" + name + ".py"), Stream.of(arguments))
                        .toList()));

        assertThat(seen)
                .contains("2026-03-02T09:30:00Z  Ferry will run at night")
                .contains("person  Ida Holm  as: Ida Holm");
    }

    @Test
    void nodeSendsAnArticleAndReadsIt() throws Exception {
        ClientPrograms programs = new ClientPrograms(folder);
        Optional<Path> packages = programs.nodePackages();
        assumeTrue(packages.isPresent(), "skipped: no node, or no kafkajs in NODE_PATH or docs/examples/node_modules");

        String seen = sentAndRead(
                (name, arguments) -> programs.node(packages.orElseThrow(), EXAMPLES.resolve(name + ".mjs"), arguments));

        assertThat(seen)
                .contains("2026-03-03T18:00:00Z  Old lamp is lit again")
                .contains("person  Nell Ridley  as: Nell Ridley");
    }

    private String sentAndRead(Runner runner) throws Exception {
        try (Pipeline pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true))) {
            String broker = pipeline.client().getProperty("bootstrap.servers");
            Ended sent = runner.run("produce", broker);
            assertThat(sent.code()).as(sent.output()).isZero();
            pipeline.awaitCaughtUp();
            Ended seen = runner.run("read", broker, "1");
            assertThat(seen.code()).as(seen.output()).isZero();
            return seen.output();
        }
    }
}
