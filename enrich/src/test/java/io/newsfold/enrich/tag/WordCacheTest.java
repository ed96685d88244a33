package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordCacheTest {
    private static final List<String> WORDS_OF_ONE_HASH = List.of("AaAa", "AaBB", "BBAa", "BBBB");

    @Test
    void theTwoWordsUsedLastAreKeptOfThoseWithOneHash() throws IOException {
        WordCache cache = cache();
        ScoredWord first = cache.get("AaAa");
        ScoredWord second = cache.get("AaBB");

        assertThat(cache.get("AaAa")).isSameAs(first);
        assertThat(cache.get("AaBB")).isSameAs(second);
    }

    @Test
    void wordsThatTakeTheSlotsOfOthersAreNotTakenForThem() throws IOException {
        WordCache cache = cache();
        WORDS_OF_ONE_HASH.forEach(cache::get);

        assertThat(WORDS_OF_ONE_HASH)
                .allSatisfy(word ->
                        assertThat(cache.get(word).attributes().written()).isEqualTo(word));
    }

    @Test
    void aWordOfExcessiveLengthIsNotKept() throws IOException {
        WordCache cache = cache();
        String word = "a".repeat(10_000);

        assertThat(cache.get(word)).isNotSameAs(cache.get(word));
    }

    private static WordCache cache() throws IOException {
        byte[] noFeatures = new byte[Integer.BYTES];
        FeatureWeights weights = FeatureWeights.read(new DataInputStream(new ByteArrayInputStream(noFeatures)));
        return new WordCache(Lexicon.shipped(), weights);
    }
}
