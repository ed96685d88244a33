package io.newsfold.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FatesTest {
    @Test
    void theNewestVersionIsPublishedAndTheOlderOneSuperseded() {
        assertThat(fates(receipt(0, 1, "a"), receipt(1, 2, "b"))).containsExactly(Fate.SUPERSEDED, Fate.PUBLISHED);
    }

    @Test
    void theSameAgainIsUnchangedWhicheverCameFirst() {
        assertThat(fates(receipt(0, 2, "a"), receipt(1, 1, "a"))).containsExactly(Fate.UNCHANGED, Fate.PUBLISHED);
    }

    @Test
    void aTextThatComesBackStandsAgain() {
        assertThat(fates(receipt(0, 1, "a"), receipt(1, 2, "b"), receipt(2, 3, "a")))
                .containsExactly(Fate.PUBLISHED, Fate.SUPERSEDED, Fate.UNCHANGED);
    }

    @Test
    void aWithdrawalVoidsWhatWasFetchedBeforeIt() {
        assertThat(fates(receipt(0, 1, "a"), receipt(1, 5, null), receipt(2, 3, "b"), receipt(3, 6, "a")))
                .containsExactly(Fate.WITHDRAWN, Fate.WITHDRAWN, Fate.WITHDRAWN, Fate.PUBLISHED);
    }

    private static List<Fate> fates(Receipt... receipts) {
        var fates = Fates.of(List.of(receipts));
        return List.of(receipts).stream()
                .map(r -> fates.getOrDefault(r.raw(), Fate.PENDING))
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
