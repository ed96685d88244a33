package io.newsfold.enrich.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | die Brücken der Brücke        | die bruck der bruck
            fr | l’incendie d'un ferry         | l incend d un ferry
            tr | Ankara'da                     | ankar
            ru | премьера премьером            | премьер премьер
            pl | Warszawie Warszawa            | warsza warsza
            uk | п'ять                         | пять
            ar | ٣١٢                           | 312
            hi | २०२६ में                       | 2026 म
            zh | 總統昨日表示                    | 总统 昨日 表示
            """)
    void allFormsOfAWordAreOneTerm(String language, String text, String terms) {
        assertThat(Terms.of(text, language)).containsExactly(terms.split(" "));
    }

    @Test
    void vowelSignsBelongToTheWord() {
        assertThat(Terms.of("ঢাকা বিশ্ববিদ্যালয়", "bn")).hasSize(2);
    }

    @Test
    void textWithoutSpacesIsDivided() {
        assertThat(Terms.of("สำนักงานท่าเรือกล่าวเมื่อวันจันทร์", "th")).hasSizeGreaterThan(3);
        assertThat(Terms.of("港湾事務所は月曜日に発表した", "ja")).contains("港湾").hasSizeGreaterThan(4);
    }

    @Test
    void functionWordsWeighNothingInEveryLanguageWithATable() {
        LanguageWeights weights = new LanguageWeights(BackgroundFrequencies.shipped());
        for (String word : "de:und fr:les es:que ru:что zh:的 ar:من hi:है th:และ bn:এবং ur:کے".split(" ")) {
            String language = word.substring(0, 2);
            String term = Terms.of(word.substring(3), language).get(0);
            assertThat(weights.of(language).weight(term)).as(word).isLessThan(0.3);
        }
    }

    @Test
    void withoutATableShortWordsWeighNothing() {
        TermWeights weights = new LanguageWeights(BackgroundFrequencies.shipped()).of("xx");

        assertThat(weights.weight("na")).isZero();
        assertThat(weights.weight("ukuthi")).isBetween(0.5, 4.0);
        assertThat(weights.version()).isEqualTo("none");
    }
}
