package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2: a run that is killed (kill -9) and started again ends in the same files. Each run is a JVM of its own. */
class KillTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    KillTest() {}

    @Test
    void aRunThatIsKilledAndStartedAgainEndsInTheSameFiles() throws IOException, InterruptedException {
        Run undisturbed = Run.once(folder.resolve("undisturbed"), Run.SEED_FEED);
        Path disturbed = folder.resolve("disturbed");

        for (int kill = 0; kill < 2; kill++) {
            int before = historyFiles(disturbed);
            Process process = start(disturbed, "--rate", "8/s", "--gather", "500ms");
            awaitMoreFiles(disturbed, process, before);
            process.destroyForcibly().waitFor();
        }
        int code = start(disturbed).waitFor();

        assertThat(code).as(() -> log(disturbed)).isEqualTo(0);
        assertThat(Run.files(disturbed.resolve("out").resolve("latest"))).isEqualTo(undisturbed.latest());
        assertThat(disturbed.resolve("out").resolve(".tmp")).isEmptyDirectory();
    }

    /** Waits until some articles more, but hardly all, are in files. */
    private static void awaitMoreFiles(Path run, Process process, int before) throws IOException, InterruptedException {
        while (process.isAlive() && historyFiles(run) < before + 3) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive()).as("killed before it was done").isTrue();
    }

    private static String log(Path run) {
        try {
            return Files.readString(run.resolve("log"))
                    + Files.readString(run.resolve("data").resolve("newsfold.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int historyFiles(Path run) throws IOException {
        Path history = run.resolve("out").resolve("history");
        return Files.isDirectory(history) ? Run.files(history).size() : 0;
    }

    private static Process start(Path run, String... more) throws IOException {
        Files.createDirectories(run);
        List<String> command = new ArrayList<>(List.of(
                "run",
                "--once",
                "--feed",
                Run.SEED_FEED.toString(),
                "--data",
                run.resolve("data").toString(),
                "--out",
                run.resolve("out").toString()));
        command.addAll(List.of(more));
        return Child.newsfold(run.resolve("log"), command.toArray(String[]::new));
    }
}
