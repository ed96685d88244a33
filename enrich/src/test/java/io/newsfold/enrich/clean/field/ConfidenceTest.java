package io.newsfold.enrich.clean.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void theTableIsRankedFromTheSurestToTheLeastSure() {
        assertThat(Arrays.stream(Confidence.values()).map(Confidence::value))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
