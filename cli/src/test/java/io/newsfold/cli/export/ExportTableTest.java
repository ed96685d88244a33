package io.newsfold.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTableTest {
    @Test
    void eachQuotationIsARowWithItsSpeakerAndItsPlaceInCodePoints() {
        String json = """
                {"schema": "newsfold/articles.enriched/1", "id": "a1", "source": {"publisher": "Post"}, "headline": "Ferry",
                 "author": [], "image": [], "inLanguage": "en", "articleBody": "𝒲 “Late,” said Holm. “Go,” Marsh said. “Yes,” said Holm.",
                 "entities": [
                  {"id": "e1", "type": "person", "name": "Ida Holm", "candidates": [], "salience": 0.5,
                   "mentions": [{"start": 15, "end": 19}], "quotes": [{"start": 2, "end": 9}, {"start": 39, "end": 45}]},
                  {"id": "e2", "type": "person", "name": "Edwin Marsh", "candidates": [], "salience": 0.5,
                   "mentions": [{"start": 26, "end": 31}], "quotes": [{"start": 21, "end": 26}]}],
                 "credits": [], "versions": [], "cleaning": {"dropped": []}, "fields": {}, "flags": [],
                 "story": {"id": "s1", "headline": "Ferry"}, "lineage": {"relation": "first", "score": 0, "byHand": false}}
                """;

        List<String> quotes = ExportTable.QUOTES.rows(Json.read(json.getBytes(UTF_8), EnrichedArticle.class)).stream()
                .map(row -> row.path("name").asText() + " " + row.path("start") + " "
                        + row.path("quote").asText())
                .toList();

        assertThat(quotes).containsExactly("Ida Holm 2 “Late,”", "Edwin Marsh 21 “Go,”", "Ida Holm 39 “Yes,”");
    }
}
