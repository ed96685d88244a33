package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full disk. Under the broker or the stores, the run prints the reason and stops, and a second run with enough space
 * ends in the same files; under the files, the run prints the reason and waits. See also {@link SinkFaultsTest}.
 */
class FullDiskTest {
    @TempDir
    @SuppressWarnings("NullAway")
    private static Path undisturbed;

    private static Map<String, String> expected = Map.of();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    FullDiskTest() {}

    @BeforeAll
    static void runUndisturbed() throws IOException {
        expected = Run.once(undisturbed, Run.SEED_FEED).latest();
    }

    @Test
    void aRunStopsWhereTheBrokerCannotWrite() throws IOException, InterruptedException {
        assertThat(stopsAndGoesOn("data/kafka")).contains("the embedded broker cannot write");
    }

    @Test
    void aRunStopsWhereTheStoresCannotGrow() throws IOException, InterruptedException {
        assertThat(stopsAndGoesOn("data/state")).contains("the job cannot write its stores: no space is left");
    }

    @Test
    void aRunWaitsWhereTheFilesCannotGrow() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        try (SmallDisk disk = SmallDisk.forAnEighthOf(undisturbed.resolve("out"), folder.resolve("run/out"))) {
            Process run = start(log);
            while (run.isAlive() && !Files.readString(log).contains("No space left on device; trying again")) {
                run.waitFor(50, TimeUnit.MILLISECONDS);
            }
            disk.grow();

            assertThat(run.waitFor()).as(Files.readString(log)).isEqualTo(0);
            assertThat(Files.readString(log)).contains("newsfold: cannot write to ");
            assertThat(Run.files(folder.resolve("run/out/latest"))).isEqualTo(expected);
        }
    }

    /** @return the output of the run on the full disk */
    private String stopsAndGoesOn(String part) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        try (SmallDisk disk = SmallDisk.forAnEighthOf(
                undisturbed.resolve(part), folder.resolve("run").resolve(part))) {
            int code = start(log).waitFor();
            String said = Files.readString(log);
            disk.grow();

            assertThat(code).as(said).isEqualTo(7);
            assertThat(start(log).waitFor()).as(Files.readString(log)).isEqualTo(0);
            assertThat(Run.files(folder.resolve("run/out/latest"))).isEqualTo(expected);
            return said;
        }
    }

    private Process start(Path log) throws IOException {
        return Child.newsfold(
                log,
                "run",
                "--once",
                "--feed",
                Run.SEED_FEED.toString(),
                "--data",
                folder.resolve("run/data").toString(),
                "--out",
                folder.resolve("run/out").toString());
    }
}
