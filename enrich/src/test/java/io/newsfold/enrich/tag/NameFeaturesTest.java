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
        "'On 3 May 2024 Edwin Marsh met Helen Ford of the World Health Organization in Oslo.', 59208282",
        "MARCO RUBIO ARRIVES IN LONDON FOR TALKS, -1411035506",
        "Marco Rubio Arrives In London For Talks, -1545210060",
        "nobody said so, 655636976",
    })
    void featuresAreThoseThatTheModelWasTrainedOn(String sentence, int hash) {
        List<Token> tokens = Tokenizer.tokens(sentence);

        int[][] features = NameFeatures.of(Lexicon.shipped(), tokens);

        assertThat(Arrays.deepHashCode(features)).isEqualTo(hash);
    }
}
