package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.sink.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM during a replay: the records sent are in the files, no temporary file is left, and a next run sends more. */
class ShutdownTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ShutdownTest() {}

    @Test
    void aRunDrainsOnSigterm() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process run = Child.newsfold(
                folder.resolve("log"),
                "run",
                "--port",
                "0",
                "--rate",
                "2/s",
                "--feed",
                Run.SEED_FEED.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--out",
                out.toString());
        while (run.isAlive() && !Files.isDirectory(out.resolve("latest").resolve("articles"))) {
            run.waitFor(100, TimeUnit.MILLISECONDS);
        }

        run.destroy();

        assertThat(run.waitFor(35, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("log"))).isEqualTo(143);
        assertThat(out.resolve(".tmp")).isEmptyDirectory();
        assertThat(Verification.run(out).faults()).isEmpty();
        assertThat(folder.resolve("data/state/running")).doesNotExist();
        assertThat(folder.resolve("data/kafka.bootstrap")).doesNotExist();
        assertThat(Run.once(folder, Run.SEED_FEED).stdout())
                .contains("55 raw records: ")
                .doesNotContain("pending");
    }
}
