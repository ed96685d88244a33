package io.newsfold.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.ingest.source.Delivery.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://tarn.example/2026/ferry   | https://tarn.example/                          | INDEX_PAGE
            https://tarn.example/2026/ferry   | https://www.tarn.example                       | INDEX_PAGE
            https://tarn.example/de/ferry     | https://tarn.example/de/                       | INDEX_PAGE
            https://tarn.example/ferry        | https://tarn.example/index.html?from=old       | INDEX_PAGE
            https://tarn.example/ferry        | https://tarn.example/login?next=%2Fferry       | BOILERPLATE_ONLY
            https://tarn.example/ferry        | https://consent.tarn.example/v2/collect?u=1    | BOILERPLATE_ONLY
            https://tarn.example/ferry        | https://login.press.example/realm/9            | BOILERPLATE_ONLY
            https://tarn.example/ferry        | https://tarn.example/404.html                  | ERROR_PAGE
            https://tarn.example/ferry        | https://tarn.example/page-not-found            | ERROR_PAGE
            https://tarn.example/ferry        | https://www.tarn.example/2026/ferry            |
            https://tarn.example/ferry        | https://tarn.example/?p=8123                   |
            https://tarn.example/login/scandal | https://www.tarn.example/login/scandal        |
            https://tarn.example/404          | https://tarn.example/404                       |
            https://tarn.example/             | https://www.tarn.example/en/                   |
            """)
    void aRedirectAwayFromTheArticleIsNamed(String requested, String end, String reason) {
        assertThat(Redirection.refusal(requested, end)
                        .map(Refusal::reason)
                        .map(Enum::name)
                        .orElse(null))
                .isEqualTo(reason);
    }
}
