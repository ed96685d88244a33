package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {
    static Stream<Phrase> phrases() {
        return Phrase.shipped().stream();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void eachPhraseIsInItsExampleAndNotInItsCounterExample(Phrase phrase) {
        PhraseGroup alone = PhraseGroup.of(phrase.reason(), List.of(phrase));

        assertThat(isIn(alone, phrase.example())).isTrue();
        assertThat(isIn(alone, phrase.counterExample())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void theExampleOfEachPhraseHasItsReasonAmongAllPhrases(Phrase phrase) {
        PhraseGroup whole = PhraseGroup.of(
                phrase.reason(),
                phrases().filter(p -> p.reason() == phrase.reason()).toList());

        assertThat(isIn(whole, phrase.example())).isTrue();
        assertThat(Phrases.reason(Block.line(phrase.example()))).isPresent();
    }

    @Test
    void aSentenceOfAnArticleHasNoPhrase() {
        Block block = Block.line("The old lighthouse at Carrow Point will be lit again on Friday.");

        assertThat(Phrases.reason(block)).isEmpty();
    }

    private static boolean isIn(PhraseGroup group, String text) {
        return group.isIn(PhraseGroup.Subject.of(TextMeasures.lower(text)));
    }
}
