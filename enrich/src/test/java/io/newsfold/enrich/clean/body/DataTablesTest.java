package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class DataTablesTest {
    @Test
    void aRowOfValuesIsOneLine() {
        String table = "<table><tr><th>District<th>For<tr><td>Alby<td>3,412<tr><td>Laggan<td>1,120</table>";

        assertThat(lines(table)).containsExactly("District | For", "Alby | 3,412", "Laggan | 1,120");
    }

    @Test
    void theLinesOfACellArePartedByCommas() {
        String table = "<table><tr><th>Day<th>Boats<tr><td>Monday<td><ul><li>7.30 to Laggan<li>9.15 to Tarn</ul>"
                + "<tr><td>Friday<td><p>8.00 to Laggan.</p><p>9.15 to Tarn</p></table>";

        assertThat(lines(table))
                .containsExactly(
                        "Day | Boats",
                        "Monday | 7.30 to Laggan, 9.15 to Tarn",
                        "Friday | 8.00 to Laggan. 9.15 to Tarn");
    }

    @Test
    void aTableThatLaysOutThePageHasItsParagraphs() {
        String table = "<table><tr><td>Home<td><table><tr><td><p>One.</p><p>Two.</p></table><tr><td>a<td>b</table>";

        assertThat(lines(table)).containsExactly("Home", "One.", "Two.", "a", "b");
    }

    private static List<String> lines(String html) {
        return BlockExtractor.extract(Jsoup.parse(html)).blocks().stream()
                .map(Block::text)
                .toList();
    }
}
