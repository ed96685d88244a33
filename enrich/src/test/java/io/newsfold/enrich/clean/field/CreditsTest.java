package io.newsfold.enrich.clean.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.CleanArticle.Credit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The post Lights Up Again appeared first on Carrow Herald. | Carrow Herald
            This story was originally published by Carrow Herald      | Carrow Herald
            CARROW, Jan 4 (Reuters) - The lamp was lit.               | Reuters
            The lamp was lit, according to the New York Times.        | New York Times
            The lamp was lit, Bloomberg reported on Monday.           | Bloomberg
            The ferry was cancelled, reports citing local media.      | local media
            Source: “Harbour Board”                                   | Harbour Board
            He spoke as reported by AFP on Monday.                    | Agence France-Presse
            """)
    void aTextGivesCreditToItsOrigin(String paragraph, String name) {
        assertThat(Credits.in(List.of(paragraph), List.of(), null)).containsExactly(new Credit(name, paragraph));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lamp was lit, according to Edwin Marsh.",
                "Edwin Marsh reported for duty.",
                "The source of the river is near Carrow.",
                ""
            })
    void aPersonOrAPlaceIsNoOrigin(String paragraph) {
        assertThat(Credits.in(List.of(paragraph), List.of(), null)).isEmpty();
    }

    @Test
    void inACreditLineAnyNameIsAnOrigin() {
        String line = "Information provided by Harbour Board";

        assertThat(Credits.in(List.of(line), List.of(), null)).isEmpty();
        assertThat(Credits.in(List.of(), List.of(line), null)).containsExactly(new Credit("Harbour Board", line));
    }

    @Test
    void anOriginIsCreditedOnceAndNeverThePublisherItself() {
        List<String> paragraphs = Stream.of(
                        "Reuters reported this.", "Reuters first reported that.", "BBC reported more.")
                .toList();

        assertThat(Credits.in(paragraphs, List.of(), "BBC"))
                .containsExactly(new Credit("Reuters", "Reuters reported this."));
    }
}
