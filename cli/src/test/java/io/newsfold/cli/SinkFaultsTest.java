package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.contract.Topic;
import io.newsfold.sink.FileSink;
import io.newsfold.sink.Format;
import io.newsfold.sink.LatestRows;
import io.newsfold.sink.OutputException;
import io.newsfold.sink.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sink alone, on the topics of a finished run: killed after a commit step, on a full disk, beside another sink. */
class SinkFaultsTest {
    private static final List<String> STEPS =
            List.of("open:2", "write:30", "flush:3", "rename:2", "folder:3", "offset:1");

    @TempDir
    @SuppressWarnings("NullAway")
    private static Path folder;

    @SuppressWarnings("NullAway")
    private static EmbeddedBroker broker;

    @BeforeAll
    static void fillTopics() {
        Run.once(folder, Run.SEED_FEED);
        broker = EmbeddedBroker.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    static Stream<Arguments> stepsAndFormats() {
        return STEPS.stream().flatMap(step -> Stream.of(Format.values()).map(format -> Arguments.of(step, format)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("stepsAndFormats")
    void aSinkKilledAfterAStepWritesEachRowOnceAfterARestart(String step, Format format) throws Exception {
        Path out = folder.resolve("out-" + step.replace(':', '-') + "-" + format);

        int code = killedSink(out, step, format);
        writeAll(out, format);

        assertThat(code).isEqualTo(137);
        assertThat(Verification.run(out).faults()).isEmpty();
        assertThat(ids(out)).isEqualTo(ids(folder.resolve("out")));
        assertThat(out.resolve(".tmp")).isEmptyDirectory();
    }

    @Test
    void aSinkWaitsForSpaceOnAFullDisk() throws Exception {
        Path out = folder.resolve("small");
        long started = System.nanoTime();
        FileSink sink = new FileSink(client(), config(out, Format.JSONL));
        Thread thread = new Thread(sink, "sink");
        try (SmallDisk disk = SmallDisk.forAnEighthOf(folder.resolve("out"), out)) {
            sink.finish();
            thread.start();
            await(() -> sink.trouble().isPresent());
            disk.grow();
            await(() -> sink.trouble().isEmpty() && sink.isCaughtUpSince(started));
            stop(sink, thread);

            assertThat(Verification.run(out).faults()).isEmpty();
            assertThat(ids(out)).isEqualTo(ids(folder.resolve("out")));
        } finally {
            stop(sink, thread);
        }
    }

    @Test
    void twoSinksDoNotWriteToOneFolder() throws Exception {
        Path out = folder.resolve("shared");
        long started = System.nanoTime();
        FileSink first = new FileSink(client(), config(out, Format.JSONL));
        first.finish();
        Thread thread = start(first);
        await(() -> first.isCaughtUpSince(started));

        assertThatThrownBy(new FileSink(client(), config(out, Format.JSONL))::run)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("another program writes to");
        stop(first, thread);
    }

    private static int killedSink(Path out, String step, Format format) throws IOException, InterruptedException {
        return Child.java(
                        folder.resolve("sink.log"),
                        Map.of("NEWSFOLD_FAIL_AT", step),
                        Newsfold.class,
                        "sink",
                        "--bootstrap-servers",
                        broker.address(),
                        "--gather",
                        "300ms",
                        "--format",
                        format.name(),
                        "--out",
                        out.toString())
                .waitFor();
    }

    private static void writeAll(Path out, Format format) throws InterruptedException {
        long started = System.nanoTime();
        FileSink sink = new FileSink(client(), config(out, format));
        sink.finish();
        Thread thread = start(sink);
        await(() -> sink.isCaughtUpSince(started));
        stop(sink, thread);
    }

    private static FileSink.Config config(Path out, Format format) {
        return new FileSink.Config(out, format, Duration.ofMillis(300));
    }

    private static Properties client() {
        return broker.client();
    }

    private static Thread start(FileSink sink) {
        Thread thread = new Thread(sink, "sink");
        thread.start();
        return thread;
    }

    private static void stop(FileSink sink, Thread thread) throws InterruptedException {
        sink.close();
        thread.join();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        for (int i = 0; i < 6_000 && !condition.holds(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.holds()).as("within five minutes").isTrue();
    }

    private static List<String> ids(Path out) {
        return Stream.of(Topic.ENRICHED, Topic.STORIES)
                .flatMap(topic -> LatestRows.places(out, topic).keySet().stream())
                .toList();
    }
}
