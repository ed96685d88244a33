package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Flag;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByteDecoderTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String CAFE = "Das Café “Phare” schließt am Freitag, sagte der Wirt über die Pläne.";

    /** Bytes, the type that was declared, and the expected text and flags. */
    @SuppressWarnings("ArrayRecordComponent") // a table of bytes
    private record Case(String name, byte[] bytes, @Nullable String type, FlaggedText expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        byte[] utf8 = CAFE.getBytes(UTF_8);
        byte[] latin = CAFE.getBytes(WINDOWS_1252);
        return Stream.of(
                new Case("nothing", new byte[0], null, text("")),
                new Case("UTF-8 without a label", utf8, null, text(CAFE)),
                new Case("UTF-8 with its label", utf8, "text/html; charset=utf-8", text(CAFE)),
                new Case("UTF-8 with a mark", ("\uFEFF" + CAFE).getBytes(UTF_8), null, text(CAFE)),
                new Case(
                        "UTF-8 declared as Latin-1",
                        utf8,
                        "text/html; charset=latin1",
                        text(CAFE, Flag.CHARSET_MISMATCH)),
                new Case("ASCII declared as Latin-1", "Cafe".getBytes(UTF_8), "charset=latin1", text("Cafe")),
                new Case("windows-1252 declared as Latin-1", latin, "text/html; charset=iso-8859-1", text(CAFE)),
                new Case(
                        "windows-1252 declared by the page",
                        ("<meta charset='windows-1252'>" + CAFE).getBytes(WINDOWS_1252),
                        "text/html",
                        text("<meta charset='windows-1252'>" + CAFE)),
                new Case("windows-1252 without a label", latin, null, text(CAFE, Flag.CHARSET_GUESSED)),
                new Case("UTF-16 with a mark", ("\uFEFF" + CAFE).getBytes(UTF_16LE), null, text(CAFE)),
                new Case("UTF-16 without a mark", CAFE.getBytes(UTF_16LE), null, text(CAFE, Flag.CHARSET_GUESSED)),
                new Case("an unknown label", utf8, "text/html; charset=klingon", text(CAFE, Flag.CHARSET_UNKNOWN)),
                new Case("UTF-7 is refused", "+ADw-".getBytes(UTF_8), "text/html; charset=utf-7", text("+ADw-")),
                new Case(
                        "a byte that is no UTF-8",
                        damaged(),
                        null,
                        text("é é é \uFFFD", Flag.CHARSET_GUESSED, Flag.INVALID_UTF8)),
                new Case(
                        "UTF-8 encoded twice",
                        new String("Café".getBytes(UTF_8), WINDOWS_1252).getBytes(UTF_8),
                        null,
                        text("Café", Flag.MOJIBAKE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void bytesAreDecodedAndDoubtsFlagged(Case one) {
        assertThat(ByteDecoder.decode(one.bytes(), one.type())).isEqualTo(one.expected());
    }

    private static FlaggedText text(String text, Flag... flags) {
        return new FlaggedText(text, Set.of(flags));
    }

    private static byte[] damaged() {
        byte[] bytes = "é é é x".getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        return bytes;
    }
}
