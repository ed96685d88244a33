package io.newsfold.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Promises 2 and 3 under kills; {@code newsfold chaos} does the same for longer. */
class ChaosTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ChaosTest() {}

    @Test
    void twentyKillsLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        Chaos.Outcome outcome = Chaos.run(folder, 20, 20_261_122);

        assertThat(outcome.faults()).as("logs in " + folder).isEmpty();
    }

    @Test
    void anEnrichThatWakesUpAfterAnotherTookOverWritesNothingTwice() throws IOException, InterruptedException {
        Chaos.Outcome outcome = Chaos.stop(folder, Duration.ofSeconds(25), 20_261_123);

        assertThat(outcome.faults()).as("logs in " + folder).isEmpty();
    }
}
