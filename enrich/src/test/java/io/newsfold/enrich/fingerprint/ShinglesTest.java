package io.newsfold.enrich.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void anEmptyTextHasNoShingles() {
        assertThat(Shingles.of(List.of())).isEqualTo(new Shingles(List.of(), 0, List.of()));
    }

    @Test
    void aTextShorterThanAShingleHasOne() {
        Shingles shingles = Shingles.of(words("pier", "closed"));

        assertThat(shingles.hashes()).hasSize(1).isEqualTo(shingles.lead());
    }

    @Test
    void aLongTextIsThinnedByTheLowBitsOfItsHashes() {
        Shingles shingles = Shingles.of(words(0, 2_000));

        assertThat(shingles.thinning()).isEqualTo(3);
        assertThat(shingles.hashes()).isSorted().hasSizeGreaterThanOrEqualTo(64).allMatch(hash -> (hash & 0b111) == 0);
        assertThat(shingles.hashes()).containsAll(shingles.lead());
    }

    @Test
    void aSharedPassageHasTheSameShinglesInBothTexts() {
        List<Integer> passage = Shingles.of(words(500, 1_500)).hashes();

        assertThat(Shingles.of(words(0, 2_000)).hashes()).containsAll(passage);
    }

    private static List<TermOccurrence> words(int from, int to) {
        return words(IntStream.range(from, to).mapToObj(i -> "word" + i).toArray(String[]::new));
    }

    private static List<TermOccurrence> words(String... terms) {
        return Arrays.stream(terms)
                .map(term -> new TermOccurrence(term, false, false))
                .toList();
    }
}
