package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EntityType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasTableTest {
    private final AliasTable shipped = AliasTable.shipped();

    @ParameterizedTest
    @CsvSource({
        "PLACE, Kyiv, Q1899",
        "PLACE, Kiev, Q1899",
        "ORGANISATION, World Health Organisation, Q7817",
        "PERSON, Volodymyr Zelenskiy, Q3874799"
    })
    void everySpellingOfANameMeansTheEntity(EntityType type, String name, String wikidata) {
        assertThat(shipped.withName(type, name, new NameKeyCache()))
                .extracting(KnownEntity::wikidata)
                .containsExactly(wikidata);
    }

    @Test
    void anAmbiguousNameMeansSeveralEntities() {
        assertThat(shipped.withName(EntityType.PLACE, "Georgia", new NameKeyCache()))
                .extracting(KnownEntity::wikidata)
                .containsExactlyInAnyOrder("Q230", "Q1428");
    }

    @Test
    void anUnknownNameMeansNothing() {
        assertThat(shipped.withName(EntityType.PERSON, "Edwin Marsh", new NameKeyCache()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "World Health Organization, true, ORGANISATION",
        "Marco Rubio, true, PERSON",
        "NATO, false, ORGANISATION",
        "NATO, true,",
        "Georgia, false,",
        "Edwin Marsh, false,",
    })
    void onlyUnmistakableNamesHaveATypeAnywhere(String name, boolean startsSentence, EntityType type) {
        assertThat(shipped.typeAnywhere(name, startsSentence)).isEqualTo(type);
    }

    @Test
    void theGazetteerComesBeforeTheShippedTable(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "name,aliases,id,type\nNATO,the old swing bridge,bridge-7,place\n");

        AliasTable table = AliasTable.with(UserGazetteer.read(file));

        assertThat(table.typeAnywhere("NATO", true)).isEqualTo(EntityType.PLACE);
        assertThat(table.longestFrom("the")).isEqualTo(4);
        assertThat(table.inGazetteer("the old swing bridge"))
                .extracting(KnownEntity::id)
                .isEqualTo("bridge-7");
    }
}
