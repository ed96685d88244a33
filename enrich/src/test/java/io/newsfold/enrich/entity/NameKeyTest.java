package io.newsfold.enrich.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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
    @CsvSource({"John Smith, Joan Smith", "Martin Weber, Morton Weber", "Li Wei, Lu Wei", "Anna Berg, Hanna Berg"})
    void namesOfTwoPeopleHaveTwoKeys(String one, String other) {
        assertThat(NameKey.of(EntityType.PERSON, one)).isNotEqualTo(NameKey.of(EntityType.PERSON, other));
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, The World Health Organisation, world health organization",
        "ORGANISATION, Acme Corp., acme",
        "ORGANISATION, The Limited, the",
        "PLACE, The Hague, hague",
        "PLACE, Şırnak, sirnak",
        "PLACE, Philippines, philipines",
        "GROUP, Norwegians, norwegian",
        "PERSON, Dr., dr",
    })
    void theKeyHasOnlyWhatDistinguishesNames(EntityType type, String name, String key) {
        assertThat(NameKey.of(type, name)).isEqualTo(key);
    }

    /** A hundred pairs, a half of which had two keys when they were written; the others are left. */
    @Test
    void mostSpellingsOfAHundredNamesHaveOneKey() throws IOException {
        List<String> apart = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(NameKeyTest.class.getResourceAsStream("spellings.tsv"))) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] columns = line.split("\t");
                        EntityType type = EntityType.valueOf(columns[2].strip().toUpperCase(Locale.ROOT));
                        if (!NameKey.of(type, columns[0]).equals(NameKey.of(type, columns[1]))) {
                            apart.add(line);
                        }
                    });
        }

        assertThat(apart).hasSizeLessThanOrEqualTo(12);
    }
}
