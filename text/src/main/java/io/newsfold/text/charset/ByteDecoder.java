package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Flag;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters: byte order marks first, then UTF-8 wherever it is valid, then what the header says, then the
 * document, then a guess. A declaration that the bytes refute does not count.
 */
public final class ByteDecoder {
    /** The longer mark stands before the one that it begins with. */
    private static final List<OrderMark> ORDER_MARKS = List.of(
            new OrderMark(UTF_8, 0xEF, 0xBB, 0xBF),
            new OrderMark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
            new OrderMark(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
            new OrderMark(UTF_16BE, 0xFE, 0xFF),
            new OrderMark(UTF_16LE, 0xFF, 0xFE));

    private static final byte ESCAPE = 0x1B;

    /** Up to one character in so many may be damaged in a text that is what it is declared to be. */
    private static final int MOST_DAMAGE = 10;

    /** The bytes at the start of a text that name its charset. */
    @SuppressWarnings("ArrayRecordComponent") // read where they lie, never compared
    private record OrderMark(Charset charset, int... bytes) {}

    private ByteDecoder() {}

    /** @param contentType of the header, with its charset if it has one */
    public static FlaggedText decode(byte[] bytes, @Nullable String contentType) {
        Optional<OrderMark> mark =
                ORDER_MARKS.stream().filter(m -> starts(bytes, m.bytes())).findFirst();
        if (mark.isPresent()) {
            int length = mark.get().bytes().length;
            String text =
                    new String(bytes, length, bytes.length - length, mark.get().charset());
            return Mojibake.repair(flaggedIfBad(text, Flag.BAD_BYTES));
        }
        CharsetDeclaration header = CharsetDeclaration.inHeader(contentType);
        CharsetDeclaration declared = header.encoding() == null ? CharsetDeclaration.inDocument(bytes) : header;
        FlaggedText text = decode(bytes, Optional.ofNullable(declared.encoding()));
        boolean isUnknown = declared.encoding() == null && (declared.isUnknown() || header.isUnknown());
        return isUnknown ? text.flagged(Flag.CHARSET_UNKNOWN) : text;
    }

    private static FlaggedText decode(byte[] bytes, Optional<WebEncoding> declared) {
        Optional<String> utf8 = Mojibake.strictUtf8(bytes);
        boolean isOther = utf8.isEmpty()
                || looksWide(bytes)
                || hasEscapes(bytes)
                || declared.filter(WebEncoding::usesEscapes).isPresent();
        if (isOther) {
            return Mojibake.repair(read(bytes, declared));
        }
        boolean mismatch = declared.isPresent() && !declared.get().isUtf8() && !isAscii(bytes);
        FlaggedText text = new FlaggedText(utf8.get(), mismatch ? Set.of(Flag.CHARSET_MISMATCH) : Set.of());
        return Mojibake.isPossible(bytes) ? Mojibake.repair(text) : text;
    }

    private static FlaggedText read(byte[] bytes, Optional<WebEncoding> declared) {
        if (declared.isEmpty()) {
            return guess(bytes);
        }
        WebEncoding encoding = declared.get();
        boolean saysWide = encoding.isUtf16() || encoding.isUtf32();
        if (!encoding.isUtf8() && saysWide == looksWide(bytes)) {
            String text = encoding.decode(bytes);
            if (!isDamaged(text)) {
                return flaggedIfBad(text, Flag.BAD_BYTES);
            }
        }
        FlaggedText guess = guess(bytes);
        boolean damagedUtf8 = encoding.isUtf8() && guess.flags().contains(Flag.INVALID_UTF8);
        return damagedUtf8 ? guess : guess.flagged(Flag.CHARSET_MISMATCH);
    }

    private static FlaggedText guess(byte[] bytes) {
        if (looksWide(bytes)) {
            FlaggedText text = flaggedIfBad(new String(bytes, wideCharset(bytes)), Flag.BAD_BYTES);
            return text.flagged(Flag.CHARSET_GUESSED);
        }
        Optional<String> almost = mostlyUtf8(bytes);
        FlaggedText text = almost.isPresent()
                ? flaggedIfBad(almost.get(), Flag.INVALID_UTF8)
                : flaggedIfBad(CharsetGuess.of(bytes).decode(bytes), Flag.BAD_BYTES);
        return text.flagged(Flag.CHARSET_GUESSED);
    }

    /** UTF-8 with some damage, where fewer than one character in a hundred is damaged. */
    private static Optional<String> mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return good > bad ? Optional.of(text) : Optional.empty();
    }

    private static boolean isDamaged(String text) {
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return bad > 1 && bad * MOST_DAMAGE > good; // one may be a letter cut in half at the end
    }

    private static FlaggedText flaggedIfBad(String text, Flag flag) {
        FlaggedText flagged = FlaggedText.of(text);
        return text.indexOf('\uFFFD') < 0 ? flagged : flagged.flagged(flag);
    }

    /** Whether so many bytes are zero that a character takes two or four of them. */
    private static boolean looksWide(byte[] bytes) {
        int looked = Math.min(bytes.length, 200);
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return looked >= 4 && zeros > looked / 4;
    }

    private static Charset wideCharset(byte[] bytes) {
        boolean four = bytes.length % 4 == 0 && (bytes[0] == 0 && bytes[1] == 0 || bytes[2] == 0 && bytes[3] == 0);
        if (four) {
            return Charset.forName(bytes[0] == 0 ? "UTF-32BE" : "UTF-32LE");
        }
        return bytes[0] == 0 ? UTF_16BE : UTF_16LE;
    }

    /** Whether bytes that are ASCII switch to another alphabet, as ISO-2022 does. */
    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
                return isAscii(bytes);
            }
        }
        return false;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
