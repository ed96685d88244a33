package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Flag;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredCharsetTest {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String RUSSIAN = "Паром в Лаган отменили из-за шторма, сообщила газета.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <meta charset=iso-8859-5> --><meta charset=windows-1251>",
                "<script>var a = '<meta charset=koi8-r>';</script><meta charset=\"windows-1251\">",
                "<script src=a.js charset=utf-8></script><meta charset=\" Windows-1251 \">",
                "<title><meta charset=koi8-r></title><meta charset=cp1251>",
                "<link href=x charset=koi8-r><meta content='text/html; charset = x-cp1251' http-equiv=Content-Type>",
                "<meta content='text/html; charset=koi8-r'><meta charset=windows-1251>",
                "<meta charset=klingon><meta charset=windows-1251><meta charset=koi8-r>",
                "<p title='<meta charset=koi8-r>'></p><meta charset=windows-1251>",
                "\n\n<?xml version='1.0' encoding='windows-1251'?><rss><![CDATA[<meta charset=koi8-r>]]>",
                "<!-- cached --><?xml version=\"1.0\" encoding=\"windows-1251\"?><feed>",
                "<?xml version='1.0' encoding='koi8-r'?><html><head><meta charset=windows-1251>",
                "<title>Never closed <meta charset=windows-1251>",
            })
    void aDeclarationCountsWhereTheStandardSeesIt(String head) {
        assertThat(ByteDecoder.decode((head + RUSSIAN).getBytes(WINDOWS_1251), "text/html"))
                .isEqualTo(FlaggedText.of(head + RUSSIAN));
    }

    @Test
    void aDeclarationCountsBehindALongScript() {
        String page = "<script>" + "x < y; ".repeat(5_000) + "</script><meta charset=windows-1251>" + RUSSIAN;

        assertThat(ByteDecoder.decode(page.getBytes(WINDOWS_1251), null)).isEqualTo(FlaggedText.of(page));
    }

    @Test
    void theHeaderOutweighsThePage() {
        String page = "<meta charset=koi8-r>" + RUSSIAN;

        assertThat(ByteDecoder.decode(page.getBytes(WINDOWS_1251), "text/html; charset='windows-1251'"))
                .isEqualTo(FlaggedText.of(page));
    }

    /** The bytes are given in Base64. */
    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, k4qU, “Š”",
        "latin5, 3f4=, İş",
        "iso-8859-8-i, 4OE=, אב",
        "iso-8859-15, liCk, – €",
        "iso-8859-10, oqM=, ĒĢ",
        "iso8859-14, oaI=, Ḃḃ",
        "macintosh, jo8=, éè",
        "x-mac-cyrillic, gIE=, АБ",
        "x-gbk, xOM=, 你",
        "tis-620, oaI=, กข",
    })
    void aLabelMeansWhatItMeansOnTheWeb(String label, String base64, String expected) {
        byte[] bytes = Base64.getDecoder().decode(base64);

        assertThat(ByteDecoder.decode(bytes, "text/plain; charset=" + label).text())
                .isEqualTo(expected);
    }

    @Test
    void latinLettersThatSayTheyAreUtf8AreGuessedAndFlagged() {
        String feed = "<?xml version='1.0' encoding='utf-8'?><rss><title>Die Fähre nach Läggan fällt aus, müde Gäste";

        assertThat(ByteDecoder.decode(feed.getBytes(ISO_8859_1), null))
                .isEqualTo(FlaggedText.of(feed).flagged(Flag.CHARSET_GUESSED).flagged(Flag.CHARSET_MISMATCH));
    }

    @Test
    void asciiThatSaysItIsUtf16IsReadAsItIs() {
        String feed = "<?xml version='1.0' encoding='utf-16'?><rss><title>Fähre";

        assertThat(ByteDecoder.decode(feed.getBytes(UTF_8), "text/xml; charset=utf-16"))
                .isEqualTo(FlaggedText.of(feed).flagged(Flag.CHARSET_MISMATCH));
        assertThat(ByteDecoder.decode(feed.getBytes(ISO_8859_1), null).text()).isEqualTo(feed);
    }

    @Test
    void aCharsetThatMakesNoWordsIsRefuted() {
        String page = "<meta charset=shift_jis><p>Die Fähre fährt täglich über Läggan, schöne Grüße. Æ Ø Å</p>";

        assertThat(ByteDecoder.decode(page.getBytes(ISO_8859_1), null).flags()).contains(Flag.CHARSET_MISMATCH);
    }

    @Test
    void aByteWithoutMeaningIsFlagged() {
        byte[] bytes = "<meta charset=windows-1252>Gr\u00FC\u00DFe, \u00E4\u00F6\u00FC\u0081".getBytes(ISO_8859_1);

        assertThat(ByteDecoder.decode(bytes, null).flags()).containsExactly(Flag.BAD_BYTES);
    }
}
