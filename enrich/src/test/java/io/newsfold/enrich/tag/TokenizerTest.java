package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
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

    /** Plain tokens are found without the pattern that defines all tokens. */
    @Test
    void tokensAreThoseOfThePattern() {
        String[] pieces =
                ("a I word Words, London. U.S. J. Mr. Ph.D. Sept. No.. n't isn't can’t N’T O'Neill D’Arcy Kim's"
                                + " rock'n'roll 1 1,234.5 12:30 ١٢ Ⅷ x² 3rd 5-10 www.a.b/c www. http: http:// https://x.y/z_1, a@b a@b.c"
                                + " a.b+c@d-e.f.gh -a@b-.c @name #tag_1 well-known re- -- - ... . ! ? ; : , ( ) \" “ ” ‘ ’ ' … – — /"
                                + " $ % & * + = _ é É e\u0301 \u0301 \u200B \u00A0 ß 日本 𝐀 \uD83D \uDE00")
                        .split(" ");
        Random random = new Random(1);
        for (int text = 0; text < 20_000; text++) {
            StringBuilder pieced = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                pieced.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            List<String> expected = Tokenizer.TOKEN
                    .matcher(pieced)
                    .results()
                    .map(MatchResult::group)
                    .toList();

            List<Token> tokens = Tokenizer.tokens(pieced.toString());

            assertThat(tokens).extracting(Token::text).as("%s", pieced).isEqualTo(expected);
        }
    }

    @Test
    void aSentenceEndsAtAStopBeforeACapitalAndAtTheEndOfALine() {
        String text = "“It is open.” He left. approx. two\nThen rain";

        List<List<Token>> sentences = Tokenizer.sentences(text, "en");

        assertThat(sentences)
                .extracting(tokens -> text.substring(
                        tokens.get(0).start(), tokens.get(tokens.size() - 1).end()))
                .containsExactly("“It is open.”", "He left. approx. two", "Then rain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fr; L'Italie et l'Élysée aujourd'hui; L'|Italie|et|l'|Élysée|aujourd'hui",
                "it; il ministro dell'Interno; il|ministro|dell'|Interno",
                "zh; 他在2024年去NBA看球。; 他|在|2024|年|去|NBA|看|球|。"
            })
    void dividesTheTextsOfALanguage(String language, String text, String tokens) {
        assertThat(Tokenizer.tokens(text, language)).extracting(Token::text).containsExactly(tokens.split("\\|"));
    }
}
