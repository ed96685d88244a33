package io.newsfold.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EntityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Dmitry Larsov, Dmitriy Larsov",
        "Muammar Hassan, Moammar Hassan",
        "Jürgen Müller, Jurgen Muller",
        "Sir John R. Smith Jr., John Smith",
        "Sean O’Neill, Sean O'Neill",
    })
    void spellingsOfOnePersonHaveOneKey(String one, String other) {
        assertThat(NameKey.of(EntityType.PERSON, one)).isEqualTo(NameKey.of(EntityType.PERSON, other));
    }

    @ParameterizedTest
    @CsvSource({"John Smith, Joan Smith", "Martin Weber, Morton Weber"})
    void namesOfTwoPeopleHaveTwoKeys(String one, String other) {
        assertThat(NameKey.of(EntityType.PERSON, one)).isNotEqualTo(NameKey.of(EntityType.PERSON, other));
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, The World Health Organisation, world health organization",
        "ORGANISATION, Acme Corp., acme",
        "ORGANISATION, The Limited, the",
        "PLACE, The Hague, hague",
        "PLACE, Şırnak, sırnak",
        "PLACE, Philippines, philipines",
        "GROUP, Norwegians, norwegian",
        "PERSON, Dr., dr",
    })
    void theKeyHasOnlyWhatDistinguishesNames(EntityType type, String name, String key) {
        assertThat(NameKey.of(type, name)).isEqualTo(key);
    }
}
