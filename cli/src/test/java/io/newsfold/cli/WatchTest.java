package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.FileSink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsfold watch} on a real broker; {@code FolderWatchTest} has the rules for files. */
class WatchTest {
    private static final String TEXT =
            "The pier at Carrow Point will be painted green in May, the harbour board decided.";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    WatchTest() {}

    @Test
    void aRestartedWatchSendsNothingTwice() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("in"));
        String data = folder.resolve("data").toString();
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
            Files.writeString(watched.resolve("pier.txt"), TEXT);
            Files.writeString(
                    watched.resolve("two.jsonl"),
                    "{\"text\": \"" + TEXT + " One.\"}\n{\"text\": \"" + TEXT + " Two.\"}\n");

            Run first = Run.command(folder, "watch", watched.toString(), "--once", "--data", data);
            Run second = Run.command(folder, "watch", watched.toString(), "--once", "--data", data);
            Files.write(watched.resolve("paper.html"), "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
            Run third = Run.command(folder, "watch", watched.toString(), "--once", "--data", data);
            pipeline.awaitCaughtUp();

            assertThat(first.code()).isZero();
            assertThat(second.code()).isZero();
            assertThat(second.stderr()).isEmpty();
            assertThat(third.stderr()).contains("paper.html");
            assertThat(OutcomeReport.read(pipeline.client()).deliveries()).hasSize(4);
            assertThat(TopicReader.table(pipeline.client(), Topic.SOURCES, SourceState.class)
                            .get(watched.toAbsolutePath().normalize().toString()))
                    .extracting(SourceState::sent, SourceState::kind)
                    .containsExactly(4L, SourceState.SourceKind.FOLDER);
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        Run run = Run.command(folder, "watch", folder.resolve("none").toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.stderr()).contains("there is no folder");
    }
}
