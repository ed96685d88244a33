package io.newsfold.text.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes characters outside ASCII in one way: composed (NFC), as escapes of UTF-8. */
final class AddressEscapes {
    private static final Pattern ESCAPED = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x20\\x7F\"<>\\\\^`{|}]");

    private AddressEscapes() {}

    static String composed(String text) {
        String open = ESCAPED.matcher(text).replaceAll(escapes -> Matcher.quoteReplacement(decoded(escapes)));
        StringBuilder escaped = new StringBuilder(text.length());
        Normalizer.normalize(open, Normalizer.Form.NFC).codePoints().forEach(c -> append(c, escaped));
        return escaped.toString();
    }

    /** As {@link #composed}, and without characters that end an address in a text. */
    static String closed(String text) {
        return UNSAFE.matcher(composed(text))
                .replaceAll(unsafe -> escape(unsafe.group().charAt(0)));
    }

    /** The characters of some escapes; the escapes themselves where they are no UTF-8. */
    private static String decoded(MatchResult escapes) {
        String text = escapes.group();
        ByteBuffer bytes = ByteBuffer.allocate(text.length() / 3);
        for (int i = 0; i < text.length(); i += 3) {
            bytes.put((byte) Integer.parseInt(text, i + 1, i + 3, 16));
        }
        try {
            return UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException otherCharset) {
            return text;
        }
    }

    private static void append(int character, StringBuilder to) {
        if (character < 0x80) {
            to.append((char) character);
            return;
        }
        boolean half = Character.getType(character) == Character.SURROGATE;
        for (byte b : Character.toString(half ? 0xFFFD : character).getBytes(UTF_8)) {
            to.append(escape(b));
        }
    }

    private static String escape(int octet) {
        String digits = Integer.toHexString(octet & 0xFF | 0x100).substring(1);
        return "%" + digits.toUpperCase(Locale.ROOT);
    }
}
