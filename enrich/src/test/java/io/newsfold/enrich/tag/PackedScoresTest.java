package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedScoresTest {
    @Test
    void eachLabelHasASumOfItsOwn() {
        long[] weights = new long[PackedScores.WEIGHT_LONGS];
        for (int label = 0; label < NameLabels.COUNT; label++) {
            weights[PackedScores.index(label)] |= PackedScores.packed((byte) (label - 8), label);
        }

        PackedScores scores = sum(weights, 3);

        assertThat(IntStream.range(0, NameLabels.COUNT).map(scores::score))
                .containsExactly(-24, -21, -18, -15, -12, -9, -6, -3, 0, 3, 6, 9, 12, 15, 18, 21, 24);
    }

    @Test
    void asManyFeaturesAsAreAllowedOverflowNoLane() {
        long[] weights = new long[PackedScores.WEIGHT_LONGS];
        for (int label = 0; label < NameLabels.COUNT; label++) {
            byte weight = label % 2 == 0 ? Byte.MAX_VALUE : Byte.MIN_VALUE;
            weights[PackedScores.index(label)] |= PackedScores.packed(weight, label);
        }

        PackedScores scores = sum(weights, PackedScores.MOST_FEATURES);

        int highest = PackedScores.MOST_FEATURES * Byte.MAX_VALUE;
        int lowest = PackedScores.MOST_FEATURES * Byte.MIN_VALUE;
        assertThat(IntStream.range(0, NameLabels.COUNT).map(scores::score))
                .containsExactlyElementsOf(IntStream.range(0, NameLabels.COUNT)
                        .mapToObj(label -> label % 2 == 0 ? highest : lowest)
                        .toList());
    }

    @Test
    void scoresOfOtherFeaturesAreAdded() {
        long[] weights = new long[PackedScores.WEIGHT_LONGS];
        for (int label = 0; label < NameLabels.COUNT; label++) {
            weights[PackedScores.index(label)] |= PackedScores.packed((byte) -label, label);
        }
        PackedScores scores = sum(weights, 2);

        scores.add(sum(weights, 3));

        assertThat(scores.toArray())
                .isEqualTo(IntStream.range(0, NameLabels.COUNT)
                        .map(label -> -5 * label)
                        .toArray());
    }

    private static PackedScores sum(long[] weights, int times) {
        PackedScores scores = new PackedScores();
        for (int i = 0; i < times; i++) {
            scores.add(weights, 0);
        }
        return scores;
    }
}
