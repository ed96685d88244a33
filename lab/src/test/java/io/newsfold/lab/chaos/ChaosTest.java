package io.newsfold.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Promises 2 and 3 under kills; {@code newsfold chaos} runs longer. */
class ChaosTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ChaosTest() {}

    @Test
    void twentyKillsLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        ChaosResult result = Chaos.kill(folder, 20, 20_261_122);

        assertThat(result.faults()).as("logs in " + folder).isEmpty();
    }

    @Test
    void anEnrichThatContinuesAfterAnotherTookOverWritesNothingTwice() throws IOException, InterruptedException {
        ChaosResult result = Chaos.pause(folder, Duration.ofSeconds(25), 20_261_123);

        assertThat(result.faults()).as("logs in " + folder).isEmpty();
    }
}
