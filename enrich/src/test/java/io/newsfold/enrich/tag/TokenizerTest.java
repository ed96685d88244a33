package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource({
        "She isn't here., She|is|n't|here|.",
        "Kim's U.S. visit, Kim|'s|U.S.|visit",
        "Mr. O'Neill paid $2.5 million., Mr.|O'Neill|paid|$|2.5|million|.",
        "See https://example.org/a., See|https://example.org/a|.",
        "Wait... no, Wait|...|no",
    })
    void tokensAreAsInThePennTreebank(String text, String tokens) {
        assertThat(Tokenizer.tokens(text)).extracting(Token::text).containsExactly(tokens.split("\\|"));
    }

    @Test
    void aSentenceEndsAtAStopBeforeACapitalAndAtTheEndOfALine() {
        String text = "“It is open.” He left. approx. two\nThen rain";

        List<List<Token>> sentences = Tokenizer.sentences(text);

        assertThat(sentences)
                .extracting(tokens -> text.substring(
                        tokens.get(0).start(), tokens.get(tokens.size() - 1).end()))
                .containsExactly("“It is open.”", "He left. approx. two", "Then rain");
    }
}
