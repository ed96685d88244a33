package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodeTest {
    @ParameterizedTest
    @CsvSource({
        "en, en",
        "eng, en",
        "EN_us, en-US",
        "deu-AT, de-AT",
        "zh-Hant, zh-Hant",
        "German, de",
        "Deutsch, de",
        "ckb, ckb"
    })
    void aLanguageIsKnownByItsCodesAndNames(String named, String code) {
        assertThat(LanguageCode.named(named)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"de-x-lvariant-ab", "und-x-lvariant-q", "x-y", "''", "-", "no language", "𝟏𝟐"})
    void anythingElseIsReadWithoutAnError(String odd) {
        Optional<String> code = LanguageCode.named(odd);

        assertThat(code.orElse("none")).isNotEmpty();
    }

    @Test
    void whatIsNoLanguageHasNone() {
        assertThat(LanguageCode.named("Klingonisch")).isEmpty();
    }
}
