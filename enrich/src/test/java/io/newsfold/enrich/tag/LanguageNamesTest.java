package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.NameKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageNamesTest {
    private static final Tagger TAGGER = new Tagger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Am Montag sagte der Sprecher Jonas Lindner in Hannover, es bleibe dabei. | Jonas Lindner | PERSON",
                "fr | Selon Camille Berthier, le chantier de l'Élysée reprendra lundi. | Camille Berthier | PERSON",
                "es | La ministra Lucía Ferrer viajó el lunes a Zaragoza. | Lucía Ferrer | PERSON",
                "pt | O ministro Rui Falcão esteve na segunda-feira em Coimbra. | Rui Falcão | PERSON",
                "ru | Об этом сообщил директор завода Сергей Ковалёв. | Сергей Ковалёв | PERSON",
                "hi | मुख्यमंत्री राकेश शर्मा ने सोमवार को दिल्ली में कहा। | दिल्ली | PLACE",
                "zh | 市长王建国周一在德国说，工程将继续。 | 德国 | PLACE",
                "ja | 山田太郎市長は月曜日、東京で会見した。 | 東京 | PLACE",
                "tr | Bakan Ayşe Yılmaz pazartesi günü Ankara'ya gitti. | Ayşe Yılmaz | PERSON"
            })
    void findsNames(String language, String text, String name, EntityType type) {
        assertThat(TAGGER.entities("", text, language))
                .filteredOn(entity -> entity.type() == type)
                .flatExtracting(entity -> forms(entity, text))
                .contains(name);
    }

    /** None of them stands in a table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | На заводе «Вектор-Полимер» произошёл пожар. | Вектор-Полимер",
                "uk | Про це повідомила компанія «Карпатвуд». | Карпатвуд",
                "de | Das teilte die Firma „Nordwalz“ am Montag mit. | Nordwalz",
                "de | Die Heidkamp Kunststoffe GmbH stellt 40 Leute ein. | Heidkamp Kunststoffe GmbH",
                "fr | Le groupe « Nordalpe » supprime trente postes. | Nordalpe",
                "pl | Spółka Polkarton S.A. podała wyniki. | Polkarton S.A.",
                "tr | Marmara Dokuma A.Ş. pazartesi günü duyurdu. | Marmara Dokuma A.Ş."
            })
    void aCompanyIsToldByItsKindOrItsLegalForm(String language, String text, String name) {
        assertThat(TAGGER.entities("", text, language))
                .filteredOn(entity -> entity.type() == EntityType.ORGANISATION)
                .flatExtracting(entity -> forms(entity, text))
                .contains(name);
    }

    @Test
    void oneEntityHasOneIdInAllLanguages() {
        assertThat(id("Le président Poutine et Emmanuel Macron se sont parlé.", "fr", "Poutine"))
                .isEqualTo(id("Президент Путин поговорил с Макроном.", "ru", "Путин"))
                .isEqualTo(id("President Vladimir Putin spoke to Macron.", "en", "Vladimir Putin"));
        assertThat(id("Die Regierung von Deutschland lehnt ab.", "de", "Deutschland"))
                .isEqualTo(id("Об этом сообщили в Германии.", "ru", "Германии"))
                .isEqualTo(id("德国政府拒绝了。", "zh", "德国"));
    }

    @Test
    void aNameInNoTableHasTheIdOfItsTransliteration() {
        assertThat(NameKey.of(EntityType.PERSON, "Дмитрий Коваль"))
                .isEqualTo(NameKey.of(EntityType.PERSON, "Dmitry Koval"));
        assertThat(NameKey.of(EntityType.PERSON, "王建国")).isEqualTo(NameKey.of(EntityType.PERSON, "Wang Jianguo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr | Un homme est mort dimanche.", "ca | Un home ha mort diumenge.", "ro | Un om a murit."})
    void anArticleIsNoAcronym(String language, String text) {
        assertThat(TAGGER.entities("", text, language)).extracting(Entity::name).doesNotContain("United Nations");
    }

    private static List<String> forms(Entity entity, String text) {
        return entity.mentions().stream()
                .map(mention -> text.substring(
                        text.offsetByCodePoints(0, mention.start()), text.offsetByCodePoints(0, mention.end())))
                .toList();
    }

    private static String id(String text, String language, String name) {
        return TAGGER.entities("", text, language).stream()
                .filter(entity -> forms(entity, text).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: " + name))
                .id();
    }
}
