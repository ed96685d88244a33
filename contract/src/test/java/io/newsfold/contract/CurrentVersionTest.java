package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentVersionTest {
    private static final TextSketch FULL = sketch(3_000, 20);

    @Test
    void theVersionFetchedLastIsCurrent() {
        assertThat(current(version("a", null, 1, 4), version("b", null, 2, 3))).isEqualTo("a");
    }

    @Test
    void ofTwoVersionsFetchedLastAtTheSameTimeTheOneThatAppearedLaterIsCurrent() {
        assertThat(current(version("a", null, 1, 4), version("b", null, 2, 4))).isEqualTo("b");
    }

    @Test
    void ofTwoVersionsFetchedAtTheSameTimesTheSmallerDigestIsCurrent() {
        assertThat(current(version("b", null, 1, 4), version("a", null, 4, 1))).isEqualTo("a");
    }

    @Test
    void withoutAVersionNoneIsCurrent() {
        assertThat(CurrentVersion.of(List.of())).isEmpty();
    }

    @Test
    void aWorseVersionIsSetAsideWhereItCameLater() {
        ObservedVersion full = version("full", FULL, 2);
        ObservedVersion stub = version("stub", sketch(600, 4), 3);
        ObservedVersion error = version("error", doubtful(9_000), 4);

        assertThat(CurrentVersion.of(List.of(error, full, stub)))
                .contains(new CurrentVersion("full", Map.of("stub", SetAside.BEGINNING, "error", SetAside.DOUBTFUL)));
    }

    @Test
    void aWorseVersionThatCameEarlierWasReplacedLikeAnyOther() {
        assertThat(CurrentVersion.of(List.of(version("stub", sketch(600, 4), 1), version("full", FULL, 2))))
                .contains(new CurrentVersion("full", Map.of()));
    }

    @Test
    void ofBadVersionsTheBestIsCurrent() {
        assertThat(current(version("long", doubtful(900), 1), version("short", doubtful(100), 2)))
                .isEqualTo("long");
    }

    @Test
    void aShortenedTextThatEndsAsBeforeCounts() {
        TextSketch shortened = new TextSketch(false, false, false, 1_500, 1, List.of(1, 2, 3, 20), 20);

        assertThat(current(version("full", FULL, 1), version("shortened", shortened, 2)))
                .isEqualTo("shortened");
    }

    @Test
    void aTextInOtherWordsCountsUnlessItIsASummary() {
        TextSketch rewritten = new TextSketch(false, false, false, 700, 1, List.of(31, 32, 33), 33);
        TextSketch summary = new TextSketch(false, false, false, 150, 1, List.of(31), 31);
        TextSketch withdrawal = new TextSketch(false, false, true, 150, 1, List.of(31), 31);

        assertThat(current(version("full", FULL, 1), version("later", rewritten, 2)))
                .isEqualTo("later");
        assertThat(current(version("full", FULL, 1), version("later", summary, 2)))
                .isEqualTo("full");
        assertThat(current(version("full", FULL, 1), version("later", withdrawal, 2)))
                .isEqualTo("later");
    }

    @Test
    void aTextThatBreaksOffCountsWhereItIsNearlyWhole() {
        TextSketch most = new TextSketch(false, true, false, 2_500, 1, List.of(41, 42), 42);
        TextSketch little = new TextSketch(false, true, false, 1_500, 1, List.of(41, 42), 42);

        assertThat(current(version("full", FULL, 1), version("most", most, 2))).isEqualTo("most");
        assertThat(current(version("full", FULL, 1), version("little", little, 2)))
                .isEqualTo("full");
    }

    @Test
    void aWithdrawalHoldsUpToItsOwnTime() {
        Instant withdrawal = hours(2).get(0);

        assertThat(hours(1, 2, 3))
                .extracting(fetched -> CurrentVersion.isWithdrawn(fetched, withdrawal))
                .containsExactly(true, true, false);
        assertThat(CurrentVersion.isWithdrawn(withdrawal, null)).isFalse();
    }

    private static String current(ObservedVersion... versions) {
        return CurrentVersion.of(List.of(versions)).orElseThrow().sha256();
    }

    private static ObservedVersion version(String sha256, @Nullable TextSketch sketch, int... hours) {
        return new ObservedVersion(sha256, hours(hours), sketch == null ? List.of() : List.of(sketch));
    }

    /** A text whose sentences have the hashes 1, 2, 3 and so on. */
    private static TextSketch sketch(int letters, int sentences) {
        return new TextSketch(
                false,
                false,
                false,
                letters,
                1,
                IntStream.rangeClosed(1, sentences).boxed().toList(),
                sentences);
    }

    private static TextSketch doubtful(int letters) {
        return new TextSketch(true, false, false, letters, 7, List.of(), 0);
    }

    private static List<Instant> hours(int... hours) {
        return IntStream.of(hours)
                .mapToObj(hour -> Instant.ofEpochSecond(3_600L * hour))
                .toList();
    }
}
