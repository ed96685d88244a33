package io.newsfold.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full under the broker or the stores: the run says so and stops, and with room it goes on to the same files. The sink's disk: {@link SinkFaultsTest}. */
class FullDiskTest {
    private static Map<String, String> expected = Map.of();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    FullDiskTest() {}

    @BeforeAll
    static void runUndisturbed(@TempDir Path temporary) throws IOException {
        expected = Run.once(temporary, Run.SEED_FEED).latest();
    }

    @Test
    void underTheBroker() throws IOException, InterruptedException {
        assertThat(stopsAndGoesOn(folder.resolve("run/data/kafka"), "400k")).contains("the broker inside cannot go on");
    }

    @Test
    void underTheStores() throws IOException, InterruptedException {
        assertThat(stopsAndGoesOn(folder.resolve("run/data/state"), "300k"))
                .contains("the job cannot write its stores: no space is left");
    }

    /** @return what the run said that found the disk full */
    private String stopsAndGoesOn(Path small, String size) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        try (SmallDisk disk = SmallDisk.mount(small, size)) {
            int code = run(log);
            String said = Files.readString(log);
            disk.grow("300m");

            assertThat(code).as(said).isEqualTo(7);
            assertThat(run(log)).as(Files.readString(log)).isEqualTo(3);
            assertThat(Run.files(folder.resolve("run/out/latest"))).isEqualTo(expected);
            return said;
        }
    }

    private int run(Path log) throws IOException, InterruptedException {
        return Child.newsfold(
                        log,
                        "run",
                        "--once",
                        "--feed",
                        Run.SEED_FEED.toString(),
                        "--data",
                        folder.resolve("run/data").toString(),
                        "--out",
                        folder.resolve("run/out").toString())
                .waitFor();
    }
}
