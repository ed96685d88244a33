package io.newsfold.enrich.clean.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredLiteralsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            forgot(?:ten)? (?:your )?password        ; password
            e-?mail address                          ; mail address
            \\bwhat\\b .{0,40}you think\\?             ; you think?
            [a-z]+aren't \\p{L}+ you                  ; aren't
            page (?:not found|is gone)               ; not found,is gone
            (?:更正|订正)                             ; 更正,订正
            (?<!\\p{L})(?:errata|correção)(?!\\p{L}) ; errata,correção
            we (?:have )?(?:corrected|removed) it    ; corrected,removed
            удал[её]н|отозван                        ; удал,отозван
            (?:closed|shut){1,2} y+                  ; closed,shut
            """)
    void everyMatchHasOneOfThem(String pattern, String literals) {
        assertThat(RequiredLiterals.of(pattern).stream().map(String::strip))
                .containsExactlyInAnyOrder(literals.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b?", "(?:page|)", "page|[45]\\d\\d", "(?:page)?", "(?:page){0,3}", "x"})
    void whereAMatchCanDoWithoutThereAreNone(String pattern) {
        assertThat(RequiredLiterals.of(pattern)).isEmpty();
    }
}
