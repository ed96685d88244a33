package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A team that is named by its place is a body, and has not the place's id. */
class TeamNamesTest {
    private final Tagger tagger = new Tagger();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Chicago 76 Toronto 64       | Chicago | Toronto
                    Leeds 1 Sunderland 0        | Leeds   | Sunderland
                    On Monday: Denver 4, Houston 2 (11) | Denver | Houston
                    Houston 21-14 Denver        | Houston | Denver
                    Boston defeated visiting Chicago 5-2 on Sunday. | Boston | Chicago
                    Nottingham drew 1-1 with Leeds. | Nottingham | Leeds
                    The Leeds midfielder and the Southampton goalkeeper are fit. | Leeds | Southampton
                    """)
    void resultsAndPositionsTellTeams(String text, String one, String other) {
        List<Entity> entities = tagger.entities("", text, "en");

        assertThat(entities)
                .filteredOn(entity -> List.of(one, other).contains(entity.name()))
                .hasSize(2)
                .allMatch(entity -> entity.type() == EntityType.ORGANISATION)
                .allMatch(entity -> entity.wikidata() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In Chicago 40 firms closed.",
                "The party was defeated in Chicago, 52-44.",
                "Chicago lost 300 jobs to Austin.",
                "The Chicago police captain spoke.",
                "Boston beat Chicago to the title of greenest city. Chicago is a city."
            })
    void elsewhereAPlaceIsAPlace(String text) {
        assertThat(tagger.entities("", text, "en"))
                .filteredOn(entity -> entity.name().equals("Chicago"))
                .allMatch(entity -> entity.type() == EntityType.PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boston beat Chicago 5-2. The match was played in Chicago."})
    void thePlaceOfATeamIsStillAPlace(String text) {
        assertThat(tagger.entities("", text, "en"))
                .filteredOn(entity -> entity.name().equals("Chicago"))
                .extracting(Entity::type)
                .containsExactlyInAnyOrder(EntityType.PLACE, EntityType.ORGANISATION);
    }
}
