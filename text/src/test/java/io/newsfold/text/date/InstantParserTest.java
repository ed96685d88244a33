package io.newsfold.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05T08:30:00Z | 2026-01-05T08:30:00Z",
                "2026-01-05T08:30:00+02:00 | 2026-01-05T06:30:00Z",
                "2026-01-05T08:30Z | 2026-01-05T08:30:00Z",
                "2026-01-05T08:30:00.000001Z | 2026-01-05T08:30:00.000001Z",
                "'  2026-01-05T08:30:00Z\n' | 2026-01-05T08:30:00Z",
                "2026-01-05T08:30:00 | 2026-01-05T08:30:00Z",
                "2026-01-05 | 2026-01-05T00:00:00Z",
                "Mon, 05 Jan 2026 08:30:00 GMT | 2026-01-05T08:30:00Z",
                "Mon, 5 Jan 2026 08:30:00 -0500 | 2026-01-05T13:30:00Z",
                "Tue, 05 Jan 2026 08:30:00 GMT | 2026-01-05T08:30:00Z",
                "Mon,05 Jan 26 08:30 EST | 2026-01-05T13:30:00Z",
                "Mon Jan 05 2026 08:30:00 GMT+0200 (Eastern European Standard Time) | 2026-01-05T06:30:00Z",
                "Mon Jan  5 08:30:00 CET 2026 | 2026-01-05T07:30:00Z",
                "Mon, 5 Jan 2026 8:30 PM America/Chicago | 2026-01-06T02:30:00Z",
                "lun., 05 janv. 2026 08:30:00 +0100 | 2026-01-05T07:30:00Z",
                "Mo, 05 Jän 2026 08:30:00 GMT-01:30 | 2026-01-05T10:00:00Z",
                "Δευ, 05 Ιαν 2026 08:30:00 EET | 2026-01-05T06:30:00Z",
                "2026-január-05T8:30+01:00 | 2026-01-05T07:30:00Z",
                "2026-01-05 오후 8:30:15 | 2026-01-05T11:30:15Z",
                "2026-01-05 08:30:00 | 2026-01-05T08:30:00Z",
                "2026-01-05 08:30:00.12345 | 2026-01-05T08:30:00.123450Z",
                "2026-01-05T08:30:00+01:00Z | 2026-01-05T07:30:00Z",
                "Mon, 01 05 2026 08:30:00 +0000 | 2026-01-05T08:30:00Z",
                "20260105T083000Z | 2026-01-05T08:30:00Z",
                "20260105 | 2026-01-05T00:00:00Z",
                "2026-01 | 2026-01-01T00:00:00Z",
                "2026 | 2026-01-01T00:00:00Z",
                "26-01-05 | 2026-01-05T00:00:00Z",
                "-26-01 | 2026-01-01T00:00:00Z",
                "2026-036 | 2026-02-05T00:00:00Z"
            })
    void timesOfManifestsAndFeedsAreParsed(String text, Instant time) {
        assertThat(InstantParser.instant(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "026",
                "32026",
                "2026-02-30",
                "2026-01-05-02",
                "2026-01-05T08:30:00Zulu",
                "2026-01-05T08:xx:00Z",
                "Mon, 5 Jan 2026 8:3:1:2 GMT",
                "Mon, Jan x 2026 08:30:00 GMT",
                "Mon, 5 Jan zz 08:30:00 GMT",
                "Mon, 5 Jan 2026 08:30:00 +zz:00",
                "05/01/2026",
                "1767601800"
            })
    void otherTextsAreNotTimes(String text) {
        assertThat(InstantParser.instant(text)).isEmpty();
    }
}
