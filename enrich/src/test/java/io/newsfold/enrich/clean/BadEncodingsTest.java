package io.newsfold.enrich.clean;

import static io.newsfold.enrich.clean.BadInputs.BODY;
import static io.newsfold.enrich.clean.BadInputs.bytes;
import static io.newsfold.enrich.clean.BadInputs.exactly;
import static io.newsfold.enrich.clean.BadInputs.has;
import static io.newsfold.enrich.clean.BadInputs.join;
import static io.newsfold.enrich.clean.BadInputs.page;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.newsfold.enrich.clean.BadInputs.Case;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies whose bytes are not what they are declared to be. */
class BadEncodingsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatIsExpected(Case bad) {
        BadInputs.check(bad);
    }

    static Stream<Case> cases() {
        String curly = page("The harbour office said: “no ferry” – and meant it. " + BODY);
        Charset latin = Charset.forName("windows-1252");
        return Stream.of(
                new Case(
                        "UTF-8 declared as Latin-1",
                        bytes(curly),
                        "text/html; charset=iso-8859-1",
                        has("“no ferry”", "charset_mismatch")),
                new Case(
                        "windows-1252 without a label",
                        curly.getBytes(latin),
                        "text/html",
                        has("“no ferry”", "charset_guessed")),
                new Case(
                        "Latin-1 means windows-1252",
                        curly.getBytes(latin),
                        "text/html; charset=iso-8859-1",
                        has("“no ferry”")),
                new Case(
                        "UTF-16 without a byte order mark",
                        curly.getBytes(UTF_16LE),
                        "text/html",
                        has("“no ferry”", "charset_guessed")),
                new Case(
                        "UTF-16 with a byte order mark",
                        join(new byte[] {(byte) 0xFE, (byte) 0xFF}, curly.getBytes(UTF_16BE)),
                        "text/html",
                        has("“no ferry”")),
                new Case(
                        "UTF-32 with a byte order mark",
                        join(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0}, curly.getBytes(Charset.forName("UTF-32LE"))),
                        "text/html",
                        has("“no ferry”")),
                new Case(
                        "big-endian UTF-32 with a byte order mark",
                        join(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}, curly.getBytes(Charset.forName("UTF-32BE"))),
                        "text/html",
                        exactly("“no ferry”")),
                new Case(
                        "an unknown charset label",
                        bytes(curly),
                        "text/html; charset=klingon",
                        has("“no ferry”", "charset_unknown")),
                new Case(
                        "UTF-7, which is never decoded",
                        bytes(page("+ADw-script+AD4- " + BODY)),
                        "text/html; charset=utf-7",
                        has("+ADw-script+AD4-")),
                new Case(
                        "Shift_JIS",
                        page("港の事務所によると、波が高いため月曜日のフェリーは欠航した。乗客は木曜日の夕方まで待つように言われた。")
                                .getBytes(Charset.forName("Shift_JIS")),
                        "text/html; charset=Shift_JIS",
                        has("波が高いため")),
                new Case(
                        "KOI8-R",
                        page("Паром на остров отменён в понедельник из-за высоких волн, сообщила портовая служба. Пассажиров просят ждать до четверга.")
                                .getBytes(Charset.forName("KOI8-R")),
                        "text/html; charset=koi8-r",
                        has("из-за высоких волн")),
                new Case(
                        "GB18030",
                        page("港口办公室说，由于风浪很大，周一的渡轮取消了。乘客被告知要等到周四晚上。").getBytes(Charset.forName("GB18030")),
                        "text/html; charset=gb18030",
                        has("由于风浪很大")),
                new Case(
                        "a byte that is no UTF-8",
                        join(bytes("<p>Café, naïve, " + BODY + " "), new byte[] {(byte) 0xFF}, bytes(" é é é</p>")),
                        "text/html",
                        has("Café", "invalid_utf8")),
                new Case(
                        "UTF-8 encoded twice",
                        bytes(new String(bytes(page("The café’s owner waited. " + BODY)), latin)),
                        "text/html",
                        has("café’s owner", "mojibake")),
                new Case(
                        "a byte order mark in the text",
                        bytes(page("Pass\uFEFFengers wait. " + BODY)),
                        "text/html",
                        has("Passengers wait.", "invisible")));
    }
}
