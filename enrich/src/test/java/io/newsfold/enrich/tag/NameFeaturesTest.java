package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFeaturesTest {
    /** The weights that we ship are stored by these hashes: another hash needs a model trained again. */
    @ParameterizedTest
    @CsvSource({
        "'On 3 May 2024 Edwin Marsh met Helen Ford of the World Health Organization in Oslo.', -282448118",
        "MARCO RUBIO ARRIVES IN LONDON FOR TALKS, -1032471198",
        "Marco Rubio Arrives In London For Talks, 1543038938",
        "nobody said so, 1085747476",
    })
    void featuresAreThoseThatTheModelWasTrainedOn(String sentence, int hash) {
        List<Token> tokens = Tokenizer.tokens(sentence);

        int[][] features = NameFeatures.of(Lexicon.shipped(), tokens);

        for (int[] ofToken : features) {
            Arrays.sort(ofToken); // their order means nothing
        }
        assertThat(Arrays.deepHashCode(features)).isEqualTo(hash);
    }
}
