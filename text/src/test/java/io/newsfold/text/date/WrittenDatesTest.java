package io.newsfold.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as readers are shown them, by language. */
class WrittenDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | 9 May 2026, 16:20 BST              | 2026-05-09T16:20+01:00
            en    | 9 May 2026, 16:20 IST              | 2026-05-09T00:00Z
            en    | 9 May 2026, 16:20 +25:00           | 2026-05-09T00:00Z
            en    | May 9th, 2026 at 4:20 p.m. ET      | 2026-05-09T16:20-04:00
            en    | Saturday 9 May 2026 12.05 am       | 2026-05-09T00:05Z
            de    | Sa., 09.05.2026, 16:20 Uhr         | 2026-05-09T16:20Z
            de-AT | 9. Jänner 2026                     | 2026-01-09T00:00Z
            de    | 9. Mai 2026 um 16.20 Uhr           | 2026-05-09T16:20Z
            fr    | Publié le 1er mai 2026 à 16h20     | 2026-05-01T16:20Z
            fr    | 9 févr. 2026                       | 2026-02-09T00:00Z
            es    | 9 de mayo de 2026 a las 4:20 p. m. | 2026-05-09T16:20Z
            es    | mayo 9, 2026                       | 2026-05-09T00:00Z
            pt-BR | 1º de maio de 2026 às 16h20        | 2026-05-01T16:20Z
            it    | 1° maggio 2026, ore 16:20          | 2026-05-01T16:20Z
            nl    | za 9 mei 2026 om 16:20             | 2026-05-09T16:20Z
            sv    | 9 maj 2026 kl. 16.20               | 2026-05-09T16:20Z
            da    | 9. maj 2026 kl. 16.20              | 2026-05-09T16:20Z
            nb    | 9. mai 2026 kl. 16.20              | 2026-05-09T16:20Z
            fi    | 9. toukokuuta 2026 klo 16.20       | 2026-05-09T16:20Z
            et    | 9. mai 2026                        | 2026-05-09T00:00Z
            lv    | 2026. gada 9. maijs                | 2026-05-09T00:00Z
            lt    | 2026 m. gegužės 9 d. 16:20         | 2026-05-09T16:20Z
            pl    | sobota, 9 maja 2026, 16:20         | 2026-05-09T16:20Z
            cs    | 9. května 2026 v 16:20             | 2026-05-09T16:20Z
            sk    | 9. 5. 2026 16:20                   | 2026-05-09T16:20Z
            hu    | 2026. május 9., 16:20              | 2026-05-09T16:20Z
            ro    | 9 mai 2026, ora 16:20              | 2026-05-09T16:20Z
            bg    | 9 май 2026 г., 16:20 ч.            | 2026-05-09T16:20Z
            hr    | 9. svibnja 2026.                   | 2026-05-09T00:00Z
            cs    | 9. listopadu 2026                  | 2026-11-09T00:00Z
            hr    | 9. listopada 2026.                 | 2026-10-09T00:00Z
            ru    | 9 мая 2026 г., 16:20 (мск)         | 2026-05-09T16:20+03:00
            uk    | 16:20, 9 травня 2026 року          | 2026-05-09T16:20Z
            el    | Σάββατο 9 Μαΐου 2026, 4:20 μ.μ.    | 2026-05-09T16:20Z
            tr    | 9 Mayıs 2026 Cumartesi 16:20       | 2026-05-09T16:20Z
            tr    | 9 ŞUBAT 2026                       | 2026-02-09T00:00Z
            he    | 9 במאי 2026, 16:20                 | 2026-05-09T16:20Z
            ar    | السبت ٩ أيار ٢٠٢٦                  | 2026-05-09T00:00Z
            ar    | 9 مايو 2026 - 4:20 م               | 2026-05-09T16:20Z
            ar    | ٩ ابريل ٢٠٢٦                       | 2026-04-09T00:00Z
            fa    | شنبه ۱۹ اردیبهشت ۱۴۰۵              | 2026-05-09T00:00Z
            fa    | ۱۴۰۵/۰۲/۱۹ ۱۶:۲۰                   | 2026-05-09T16:20Z
            ur    | 9 مئی 2026                         | 2026-05-09T00:00Z
            hi    | शनिवार, ०९ मई २०२६                 | 2026-05-09T00:00Z
            hi    | 9 सितम्बर 2025                     | 2025-09-09T00:00Z
            bn    | ৯ মে ২০২৬                          | 2026-05-09T00:00Z
            ta    | 9 மே 2026                          | 2026-05-09T00:00Z
            th    | 9 พฤษภาคม 2569 16:20 น.            | 2026-05-09T16:20Z
            th    | 09 พ.ค. 69                         | 2026-05-09T00:00Z
            th    | ๙ พฤษภาคม พ.ศ. ๒๕๖๙                | 2026-05-09T00:00Z
            vi    | Thứ bảy, ngày 9 tháng 5 năm 2026   | 2026-05-09T00:00Z
            id    | Sabtu, 9 Mei 2026 16:20 WIB        | 2026-05-09T16:20+07:00
            ko    | 2026년 5월 9일 오후 4:20           | 2026-05-09T16:20+09:00
            ko    | 입력 2026.05.09. 오전 12:20        | 2026-05-09T00:20+09:00
            ja    | 令和8年5月9日 16時20分             | 2026-05-09T16:20Z
            ja    | ２０２６年５月９日（土）           | 2026-05-09T00:00Z
            ja    | 平成元年5月9日                     |
            zh-TW | 民國115年5月9日 下午4:20           | 2026-05-09T16:20Z
            zh    | 二〇二六年五月十九日               | 2026-05-19T00:00Z
            zh    | 2026年5月9日16时20分30秒           | 2026-05-09T16:20:30Z
            """)
    void aShownDateIsReadByItsLanguage(String tag, String text, OffsetDateTime expected) {
        List<WrittenDate> dates = Dates.findAll(text, locale(tag));

        assertThat(dates).extracting(WrittenDate::isAmbiguous).doesNotContain(true);
        assertThat(dates).extracting(WrittenDate::date).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | a.example     | 05/09/2026 | 2026-05-09
            en-GB | a.example     | 05/09/2026 | 2026-09-05
            en-IN | a.example     | 5-9-26     | 2026-09-05
            en    | a.example.au  | 05/09/2026 | 2026-09-05
            en    | news.co.uk    | 05/09/2026 | 2026-09-05
            fr    | a.example     | 05/09/2026 | 2026-09-05
            de    | a.example     | 05/09/2026 | 2026-09-05
            nl    | a.example     | 5-9-2026   | 2026-09-05
            en    | a.example     | 05.09.2026 | 2026-09-05
            en    | a.example     | 25/09/2026 | 2026-09-25
            en-US | a.example     | 25/09/2026 | 2026-09-25
            en    | a.example     | 9/25/26    | 2026-09-25
            en    | a.example     | 2026/05/09 | 2026-05-09
            en    | a.example     | 09/09/2026 | 2026-09-09
            en    | a.example     | Mon 05/10/2026 | 2026-10-05
            ja    | a.example     | 26/05/09   | 2026-05-09
            """)
    void languageAndCountryDecideWhichNumberIsTheDay(String tag, String host, String text, LocalDate expected) {
        List<WrittenDate> dates = Dates.findAll(text, DateLocale.of(List.of(tag), host));

        assertThat(dates).extracting(WrittenDate::isAmbiguous).containsExactly(false);
        assertThat(dates).extracting(WrittenDate::day).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"en, a.example", "en-US, news.co.uk", "en, a.example.tv", "'', ''"})
    void whereNothingDecidesBothReadingsAreGiven(String tag, String host) {
        List<WrittenDate> dates = Dates.findAll("05/09/2026", DateLocale.of(List.of(tag), host));

        assertThat(dates).extracting(WrittenDate::day).containsExactly(LocalDate.of(2026, 9, 5));
        assertThat(dates).extracting(WrittenDate::exchanged).containsExactly(LocalDate.of(2026, 5, 9));
    }

    @Test
    void aLineHasEachOfItsDates() {
        List<WrittenDate> dates = Dates.findAll("09/05/2026 07:15 | Actualizado a 10/05/2026 21:40", locale("es"));

        assertThat(dates)
                .extracting(WrittenDate::date)
                .containsExactly(OffsetDateTime.parse("2026-05-09T07:15Z"), OffsetDateTime.parse("2026-05-10T21:40Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 رمضان 1447",
                "version 1.12.2026.4",
                "call 020-12-2026-77",
                "room 1404/12/15",
                "31.04.2026",
                "4 Brumaire 2026",
                "May 2026",
                "20260509123",
                "12:30:45"
            })
    void numbersThatAreNoDatesAreLeftAlone(String line) {
        assertThat(Dates.findAll(line, locale("en"))).isEmpty();
    }

    private static DateLocale locale(String tag) {
        return DateLocale.of(List.of(tag), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Saturday, 9 May 2026 by Ann | Saturday, 9 May 2026
            ru | Автор: 9 мая 2026 г.        | 9 мая 2026 г.
            hi | अंजलि शनिवार, ९ मई २०२६        | शनिवार, ९ मई २०२६
            """)
    void theWeekdayBeforeADateAndTheWordBehindItsYearBelongToIt(String lang, String text, String expected) {
        WrittenDate date = Dates.findAll(text, DateLocale.of(List.of(lang), "")).get(0);

        assertThat(text.substring(date.start(), date.end())).isEqualTo(expected);
    }
}
