package io.newsfold.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {
    @ParameterizedTest
    @CsvSource({
        "The Harlow Mills Co., harlow mills",
        "Harlow Mills, harlow mills",
        "Søren Łąk, soren lak",
        "Marsh & Sons Ltd, marsh and sons",
        "U.N., un",
        "J. P. Marsh, jp marsh",
        "O’Brien, obrien",
        "The, the",
        "Æ, æ",
        "..., ''"
    })
    void namesHaveAForm(String name, String form) {
        assertThat(NameForm.of(name)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"Ursula von der Tann, von der Tann", "Kari Berg, Berg", "Kari, ''"})
    void peopleHaveASurname(String name, String surname) {
        assertThat(NameForm.surname(name)).isEqualTo(surname);
    }
}
