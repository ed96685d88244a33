package io.newsfold.enrich.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    @ParameterizedTest
    @CsvSource({
        "'Cities, city’s CITY', city city city",
        "'The U.S. paid $1,234.50', the us paid 1234.50",
        "Café Müller, cafe muller",
        "gas bus crisis grass, gas bus crisis grass",
        "it isn't 3rd, it isnt 3rd",
    })
    void formsOfOneWordAreOneTerm(String text, String terms) {
        assertThat(Terms.of(text, "en")).containsExactly(terms.split(" "));
    }

    @Test
    void theFirstWordOfASentenceIsNotInsideIt() {
        assertThat(Terms.occurrences("Edwin saw Oslo. Rain fell", WordForms.of("en")))
                .containsExactly(
                        new TermOccurrence("edwin", true, false),
                        new TermOccurrence("saw", false, true),
                        new TermOccurrence("oslo", true, true),
                        new TermOccurrence("rain", true, false),
                        new TermOccurrence("fell", false, true));
    }
}
