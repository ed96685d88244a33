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
                "Mon, 5 Jan 2026 08:30:00 -0500 | 2026-01-05T13:30:00Z"
            })
    void timesOfManifestsAndFeedsAreParsed(String text, Instant time) {
        assertThat(InstantParser.instant(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026",
                "2026-02-30",
                "05/01/2026",
                "1767601800",
                "2026-01-05 08:30:00",
                "Tue, 05 Jan 2026 08:30:00 GMT"
            })
    void otherTextsAreNotTimes(String text) {
        assertThat(InstantParser.instant(text)).isEmpty();
    }
}
