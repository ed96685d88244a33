package io.newsfold.enrich.clean.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNamesTest {
    private static final SiteNames SITE =
            SiteNames.of(List.of("The Carrow Herald", "Herald | Carrow"), List.of("https://www.marwicknews.example/a"));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            Fewer boats - Carrow Herald                       => Fewer boats
            Fewer boats — and fewer posts | carrow herald     => Fewer boats — and fewer posts
            CARROW HERALD: Fewer boats                        => Fewer boats
            Fewer boats [Carrow Herald]                       => Fewer boats
            Fewer boats - Herald | Carrow                     => Fewer boats
            Fewer boats | Marwick News                        => Fewer boats
            Fewer boats » marwicknews.example                 => Fewer boats
            船が減る_Carrow Herald                              => 船が減る
            Weniger Boote – The Carrow Herald Online          => Weniger Boote
            Fewer boats – a disclosure                        => Fewer boats – a disclosure
            Boats: fewer                                      => Boats: fewer
            A herald of Carrow - Herald trees                 => A herald of Carrow - Herald trees
            Carrow Herald                                     => Carrow Herald
            """)
    void onlyANameOfTheSiteIsCut(String title, String headline) {
        assertThat(SITE.without(title)).isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource({
        "https://keeper.example/2026/https://carrow.example/a, https://carrow.example/a",
        "https://carrow.example/a, https://carrow.example/a",
        "no address, no address"
    })
    void theAddressInAnAddressIsThePageThatAnArchiveKeeps(String address, String inner) {
        assertThat(SiteNames.inner(address)).isEqualTo(inner);
    }
}
