package io.newsfold.enrich.clean.nonarticle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NonArticlePhraseTest {
    static List<NonArticlePhrase> phrases() {
        return NonArticlePhrase.shipped();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void eachPhraseIsInItsExampleAndNotInItsCounterExample(NonArticlePhrase phrase) {
        assertThat(phrase.isIn(NonArticlePhrase.plain(phrase.example()))).isTrue();
        assertThat(phrase.isIn(NonArticlePhrase.plain(phrase.counterExample()))).isFalse();
    }
}
