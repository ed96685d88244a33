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

    private static List<Outcome> outcomes(Receipt... receipts) {
        Map<Coordinates, Outcome> outcomes = Outcomes.of(List.of(receipts));
        return List.of(receipts).stream()
                .map(receipt -> outcomes.getOrDefault(receipt.raw(), Outcome.PENDING))
                .toList();
    }

    private static Receipt receipt(long offset, int hour, @Nullable String version) {
        return new Receipt(
                Receipt.SCHEMA,
                "id",
                "key",
                new Coordinates("articles.raw", 0, offset),
                Instant.ofEpochSecond(3_600L * hour),
                "test",
                version);
    }
}
