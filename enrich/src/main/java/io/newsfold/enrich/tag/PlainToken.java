package io.newsfold.enrich.tag;

import java.util.Arrays;

/**
 * The tokens that can be told by a look at a few characters: words of ASCII letters, numbers and single signs, which
 * are nine of ten. {@link Tokenizer} finds the others with its pattern, and gives the same tokens without this class.
 */
final class PlainToken {
    /** Returned where only the pattern can tell. */
    static final int UNCLEAR = -1;

    private static final int ASCII = 0x80;

    /** A word before a dot that is no longer may be an abbreviation. */
    private static final int LONGEST_ABBREVIATION = 4;

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SPACE = 3;

    /** A sign that no other token begins with or goes on with. */
    private static final byte SIGN = 4;

    /** A sign with which an address can begin or go on. */
    private static final byte JOINER = 5;

    private static final byte[] KINDS = kinds();

    private PlainToken() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[ASCII];
        Arrays.fill(kinds, 'A', 'Z' + 1, LETTER);
        Arrays.fill(kinds, 'a', 'z' + 1, LETTER);
        Arrays.fill(kinds, '0', '9' + 1, DIGIT);
        " \t\n\u000B\f\r".chars().forEach(c -> kinds[c] = SPACE);
        ",;!?()[]\"$%&*/=<>".chars().forEach(c -> kinds[c] = SIGN);
        ".-+_".chars().forEach(c -> kinds[c] = JOINER);
        return kinds;
    }

    /** The index of the first char at or behind a place that is no space. */
    static int skipSpace(String text, int from) {
        int at = from;
        while (kind(text, at) == SPACE) {
            at++;
        }
        return at;
    }

    /** The end of the token that begins here, or {@link #UNCLEAR}. */
    static int end(String text, int start) {
        return switch (kind(text, start)) {
            case LETTER -> wordEnd(text, start);
            case DIGIT -> numberEnd(text, start);
            case SIGN -> start + 1;
            case JOINER -> joinerEnd(text, start);
            default -> isQuoteOrDash(text, start) ? start + 1 : UNCLEAR;
        };
    }

    private static int wordEnd(String text, int start) {
        int end = skip(LETTER, text, start);
        if (endsWord(text, end)) {
            return end;
        }
        boolean isBeforeStop = isChar('.', text, end) && end - start > LONGEST_ABBREVIATION || isChar(':', text, end);
        if (isBeforeStop && endsWord(text, end + 1)) {
            return end;
        }
        return isChar('-', text, end) && !beginsAddress(text, end) ? end : UNCLEAR;
    }

    /** Whether no word, number or address can go on here. */
    private static boolean endsWord(String text, int index) {
        byte kind = kind(text, index);
        return kind == SPACE || kind == SIGN && text.charAt(index) != '/' || isQuoteOrDash(text, index);
    }

    /** The end of digits with dots, commas and colons between them. */
    private static int numberEnd(String text, int start) {
        int end = skip(DIGIT, text, start);
        while (isBetweenDigits(text, end) && kind(text, end + 1) == DIGIT) {
            end = skip(DIGIT, text, end + 1);
        }
        int next = isBetweenDigits(text, end) ? end + 1 : end;
        boolean mayGoOn = next < text.length() && text.charAt(next) >= ASCII; // there are digits beyond ASCII
        return mayGoOn || beginsAddress(text, end) ? UNCLEAR : end;
    }

    private static int joinerEnd(String text, int start) {
        boolean isDotOrHyphen = isChar('.', text, start) || isChar('-', text, start);
        boolean isRepeated = start + 1 < text.length() && text.charAt(start + 1) == text.charAt(start);
        return !isDotOrHyphen || isRepeated || beginsAddress(text, start) ? UNCLEAR : start + 1;
    }

    /** Whether an at sign follows the characters that can stand before it in an address. */
    private static boolean beginsAddress(String text, int from) {
        int at = from;
        for (byte kind = kind(text, at); kind == LETTER || kind == DIGIT || kind == JOINER; kind = kind(text, at)) {
            at++;
        }
        return isChar('@', text, at);
    }

    private static int skip(byte kind, String text, int from) {
        int at = from;
        while (kind(text, at) == kind) {
            at++;
        }
        return at;
    }

    private static boolean isBetweenDigits(String text, int index) {
        return isChar('.', text, index) || isChar(',', text, index) || isChar(':', text, index);
    }

    private static boolean isQuoteOrDash(String text, int index) {
        return index < text.length() && "“”‘—–…".indexOf(text.charAt(index)) >= 0;
    }

    private static boolean isChar(char wanted, String text, int index) {
        return index < text.length() && text.charAt(index) == wanted;
    }

    private static byte kind(String text, int index) {
        if (index >= text.length()) {
            return OTHER;
        }
        char c = text.charAt(index);
        return c < ASCII ? KINDS[c] : OTHER;
    }
}
