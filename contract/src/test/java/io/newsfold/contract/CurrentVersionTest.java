package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurrentVersionTest {
    @Test
    void theVersionFetchedLastIsCurrent() {
        assertThat(CurrentVersion.of(Map.of("a", hours(1, 4), "b", hours(2, 3))))
                .contains("a");
    }

    @Test
    void ofTwoVersionsFetchedLastAtTheSameTimeTheOneThatAppearedLaterIsCurrent() {
        assertThat(CurrentVersion.of(Map.of("a", hours(1, 4), "b", hours(2, 4))))
                .contains("b");
    }

    @Test
    void ofTwoVersionsFetchedAtTheSameTimesTheSmallerDigestIsCurrent() {
        assertThat(CurrentVersion.of(Map.of("b", hours(1, 4), "a", hours(4, 1))))
                .contains("a");
    }

    @Test
    void withoutAVersionNoneIsCurrent() {
        assertThat(CurrentVersion.of(Map.<String, List<Instant>>of())).isEmpty();
    }

    @Test
    void aWithdrawalHoldsUpToItsOwnTime() {
        Instant withdrawal = hours(2).get(0);

        assertThat(hours(1, 2, 3))
                .extracting(fetched -> CurrentVersion.isWithdrawn(fetched, withdrawal))
                .containsExactly(true, true, false);
        assertThat(CurrentVersion.isWithdrawn(withdrawal, null)).isFalse();
    }

    private static List<Instant> hours(int... hours) {
        return IntStream.of(hours)
                .mapToObj(hour -> Instant.ofEpochSecond(3_600L * hour))
                .toList();
    }
}
