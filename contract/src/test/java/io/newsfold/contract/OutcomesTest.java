package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void theNewestVersionIsPublishedAndTheOlderOneSuperseded() {
        assertThat(outcomes(receipt(0, 1, "a"), receipt(1, 2, "b")))
                .containsExactly(Outcome.SUPERSEDED, Outcome.PUBLISHED);
    }

    @Test
    void aRepeatedVersionIsUnchangedWhicheverDeliveryCameFirst() {
        assertThat(outcomes(receipt(0, 2, "a"), receipt(1, 1, "a")))
                .containsExactly(Outcome.UNCHANGED, Outcome.PUBLISHED);
    }

    @Test
    void aVersionThatComesBackIsCurrentAgain() {
        assertThat(outcomes(receipt(0, 1, "a"), receipt(1, 2, "b"), receipt(2, 3, "a")))
                .containsExactly(Outcome.PUBLISHED, Outcome.SUPERSEDED, Outcome.UNCHANGED);
    }

    @Test
    void aWithdrawalHoldsForWhatWasFetchedBeforeIt() {
        assertThat(outcomes(receipt(0, 1, "a"), receipt(1, 5, null), receipt(2, 3, "b"), receipt(3, 6, "a")))
                .containsExactly(Outcome.WITHDRAWN, Outcome.WITHDRAWN, Outcome.WITHDRAWN, Outcome.PUBLISHED);
    }

    @Test
    void aWorseVersionIsSetAsideAndItsReasonKnown() {
        Receipt full = receipt(0, 1, "a", new TextSketch(false, false, false, 900, 1, List.of(1, 2, 3), 3));
        Receipt page = receipt(1, 2, "b", new TextSketch(true, false, false, 2_000, 2, List.of(4), 4));
        Receipt again = receipt(2, 3, "b", new TextSketch(true, false, false, 2_000, 2, List.of(4), 4));

        assertThat(outcomes(full, page, again))
                .containsExactly(Outcome.PUBLISHED, Outcome.SET_ASIDE, Outcome.UNCHANGED);
        assertThat(Outcomes.setAside(List.of(again, page, full)))
                .isEqualTo(Map.of(page.raw(), SetAside.DOUBTFUL, again.raw(), SetAside.DOUBTFUL));
    }

    private static List<Outcome> outcomes(Receipt... receipts) {
        Map<Coordinates, Outcome> outcomes = Outcomes.of(List.of(receipts));
        return List.of(receipts).stream()
                .map(receipt -> outcomes.getOrDefault(receipt.raw(), Outcome.PENDING))
                .toList();
    }

    private static Receipt receipt(long offset, int hour, @Nullable String version) {
        return receipt(offset, hour, version, null);
    }

    private static Receipt receipt(long offset, int hour, @Nullable String version, @Nullable TextSketch sketch) {
        return new Receipt(
                Receipt.SCHEMA,
                "id",
                "key",
                new Coordinates("articles.raw", 0, offset),
                Instant.ofEpochSecond(3_600L * hour),
                "test",
                version,
                sketch);
    }
}
