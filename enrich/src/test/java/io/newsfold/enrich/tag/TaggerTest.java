package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private final Tagger tagger = new Tagger();

    @Test
    void aSurnameAndATitleMeanThePersonNamedInFull() {
        List<Entity> entities = tag(
                "Harbour master Edwin Marsh opened the pier. Mr. Marsh then left for Norway, and Marsh's deputy stayed.");

        assertThat(entities)
                .filteredOn(e -> e.type() == EntityType.PERSON)
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("Edwin Marsh");
                    assertThat(person.mentions()).hasSize(3);
                });
    }

    @Test
    void twoPeopleOfOneSurnameStayTwo() {
        List<Entity> entities = tag("On Monday Edwin Marsh met his sister Helen Marsh at the pier.");

        assertThat(entities).extracting(Entity::name).containsExactlyInAnyOrder("Edwin Marsh", "Helen Marsh");
    }

    @Test
    void allSpellingsOfANameHaveOneId() {
        Set<String> spellings = Set.of("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy");

        assertThat(spellings)
                .map(name -> tag("On Tuesday " + name + " spoke to reporters.")
                        .get(0)
                        .id())
                .containsOnly(tag("Later Zelensky said so.").get(0).id());
    }

    @Test
    void anOutletThatIsCreditedIsNoSubject() {
        String text = "Officials confirmed it on Friday, The Guardian reported, and Marco Rubio agreed.";

        assertThat(tagger.entities("", text, Set.of("The Guardian")))
                .extracting(Entity::name)
                .containsExactly("Marco Rubio");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "🙂🙂 said Marco Rubio.";

        Entity.Mention mention = tag(text).get(0).mentions().get(0);

        int start = text.offsetByCodePoints(0, mention.start());
        assertThat(text.substring(start, text.offsetByCodePoints(0, mention.end())))
                .isEqualTo("Marco Rubio");
    }

    private List<Entity> tag(String text) {
        return tagger.entities("", text, Set.of());
    }
}
