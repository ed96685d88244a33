package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordScorerTest {
    private static final Lexicon LEXICON = Lexicon.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 May 2024 Edwin Marsh met Helen Ford of the World Health Organization in Oslo.",
                "MARCO RUBIO ARRIVES IN LONDON FOR TALKS",
                "Marco Rubio Arrives In London For Talks",
                "nobody said so",
                "Marsh",
            })
    void theScoreOfALabelIsTheSumOfTheWeightsOfAllFeatures(String text) throws IOException {
        List<Token> sentence = Tokenizer.tokens(text);
        int[][] features = NameFeatures.of(LEXICON, sentence);
        NameScorer scorer = new WordScorer(LEXICON, weights(features), true);

        scorer.score(sentence);
        int[][] scores = scorer.score(sentence); // with the words in the cache

        for (int token = 0; token < scores.length; token++) {
            if (scores[token] != NameScorer.NO_SCORES) {
                assertThat(scores[token]).isEqualTo(sums(features[token]));
            }
        }
    }

    @Test
    void onlyTokensNextToCapitalsHaveScores() throws IOException {
        List<Token> sentence = Tokenizer.tokens("in a town he met Edwin at last");
        NameScorer scorer = new WordScorer(LEXICON, weights(new int[0][]), true);

        int[][] scores = scorer.score(sentence);

        assertThat(Arrays.stream(scores).map(ofToken -> ofToken != NameScorer.NO_SCORES))
                .containsExactly(false, false, false, false, true, true, true, false);
    }

    private static int[] sums(int[] features) {
        int[] sums = new int[NameLabels.COUNT];
        for (int feature : features) {
            for (int label = 0; label < sums.length; label++) {
                sums[label] += weight(feature, label);
            }
        }
        return sums;
    }

    private static FeatureWeights weights(int[][] features) throws IOException {
        int[] distinct =
                Arrays.stream(features).flatMapToInt(Arrays::stream).distinct().toArray();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(distinct.length);
        for (int feature : distinct) {
            out.writeInt(feature);
        }
        for (int feature : distinct) {
            for (int label = 0; label < NameLabels.COUNT; label++) {
                out.writeByte(weight(feature, label));
            }
        }
        return FeatureWeights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** Some weight that is never the lowest of a byte, as in the model. */
    private static int weight(int feature, int label) {
        return (feature >> label) % Byte.MAX_VALUE;
    }
}
