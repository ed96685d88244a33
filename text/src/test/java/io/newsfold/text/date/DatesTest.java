package io.newsfold.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-04T22:00:00-05:00             | 2026-01-04T22:00-05:00
            2026-01-04T22:00:00Z                  | 2026-01-04T22:00Z
            2026-01-04T22:00:00.123Z              | 2026-01-04T22:00:00.123Z
            2026-01-04T22:00:00+0100              | 2026-01-04T22:00+01:00
            2026-01-04 22:00:00 +01:00            | 2026-01-04T22:00+01:00
            Sun, 4 Jan 2026 22:00:00 +0100        | 2026-01-04T22:00+01:00
            Sun, 4 Jan 2026 22:00:00 GMT          | 2026-01-04T22:00Z
            2026-01-04T22:00                      | 2026-01-04T22:00Z
            2026-01-04 22:00:00                   | 2026-01-04T22:00Z
            January 4, 2026 at 10:00 p.m.         | 2026-01-04T22:00Z
            4 January 2026, 22:00                 | 2026-01-04T22:00Z
            2026-01-04                            | 2026-01-04T00:00Z
            20260104                              | 2026-01-04T00:00Z
            Sept 4, 2025                          | 2025-09-04T00:00Z
            Sunday, 4 January 2026                | 2026-01-04T00:00Z
            4.1.2026                              | 2026-01-04T00:00Z
            """)
    void aDateInAKnownFormIsRead(String text, OffsetDateTime expected) {
        assertThat(Dates.parse(text, DateLocale.UNKNOWN).map(WrittenDate::date)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-13-45T99:99:99Z",
                "2025-02-30",
                "Published on 2026-01-04",
                "1767564000",
                "2026-01-04 and so on, and so on, and so on, and so on, and so on, and so on"
            })
    void anythingElseIsNoDate(String text) {
        assertThat(Dates.parse(text, DateLocale.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Published on January 4, 2026 by Nell Ridley | 2026-01-04T00:00Z
            Nell Ridley, 4th January 2026               | 2026-01-04T00:00Z
            Veröffentlicht am 4. Januar 2026            | 2026-01-04T00:00Z
            Publicado el 4 de enero de 2026             | 2026-01-04T00:00Z
            2026年1月4日                                  | 2026-01-04T00:00Z
            Chapter 7, then 4 January 2026              | 2026-01-04T00:00Z
            """)
    void aDayInALineIsFound(String line, OffsetDateTime expected) {
        assertThat(Dates.findAll(line, DateLocale.UNKNOWN))
                .extracting(WrittenDate::date)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no figures here", "Room 2026", "31 February 2026", "4 Brumaire 2026"})
    void aLineWithoutADayHasNone(String line) {
        assertThat(Dates.findAll(line, DateLocale.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/2026/01/04/ferry, 2026-01-04T00:00Z",
        "https://a.example/news/20260104-ferry, 2026-01-04T00:00Z",
        "https://a.example/2026-01-04, 2026-01-04T00:00Z",
        "https://a.example/2026/13/04/ferry, ",
        "https://a.example/2026/1/4/ferry, 2026-01-04T00:00Z",
        "https://a.example/2026/1/4-ferries-sail, ",
        "https://a.example/20260104123, "
    })
    void theDayInAnAddressIsRead(String url, OffsetDateTime expected) {
        assertThat(Dates.inAddress(url).orElse(null)).isEqualTo(expected);
    }

    @Test
    void ofADayTheInstantOnItIsMoreExactAndOfAnInstantTheOneInItsZone() {
        OffsetDateTime day = OffsetDateTime.parse("2026-01-04T00:00Z");
        OffsetDateTime instant = OffsetDateTime.parse("2026-01-04T21:00Z");
        OffsetDateTime local = OffsetDateTime.parse("2026-01-04T22:00+01:00");
        OffsetDateTime another = OffsetDateTime.parse("2026-01-05T07:00+01:00");

        assertThat(Dates.mostExact(day, List.of(another, instant, local))).isEqualTo(local);
        assertThat(Dates.mostExact(day, List.of(another))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31T23:59:59Z, false",
        "1990-01-01T00:00:00Z, true",
        "2026-01-05T09:00:00Z, true",
        "2026-01-05T09:00:01Z, false"
    })
    void aDateIsPlausibleFrom1990UntilAnHourAfterTheFetch(OffsetDateTime date, boolean plausible) {
        assertThat(Dates.isPlausible(date, Instant.parse("2026-01-05T08:00:00Z")))
                .isEqualTo(plausible);
    }
}
