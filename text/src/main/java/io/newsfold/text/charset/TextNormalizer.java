package io.newsfold.text.charset;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text in NFC without what no text should have: control characters, lone surrogates, direction overrides. Applied after
 * every parser.
 */
public final class TextNormalizer {
    private static final char ESCAPE = 0x1B;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;

    private TextNormalizer() {}

    /** The text without those characters, and a flag for each kind that was found. Line breaks and tabs stay. */
    public static FlaggedText apply(String text) {
        if (isClean(text)) {
            return FlaggedText.of(text);
        }
        FlaggedText paired = replaceLoneSurrogates(text);
        FlaggedText shown = removeUnwanted(paired.text());
        return new FlaggedText(Normalizer.normalize(shown.text(), Normalizer.Form.NFC), shown.flags())
                .flagged(paired.flags());
    }

    private static FlaggedText removeUnwanted(String text) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        StringBuilder clean = new StringBuilder(text.length());
        int marks = 0;
        boolean inFlag = false;
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            boolean tag = c >= FIRST_TAG && c <= LAST_TAG;
            inFlag = c == BLACK_FLAG || inFlag && tag;
            if (isMark(c) && ++marks > Limits.MARKS_ON_A_LETTER) {
                flags.add(Flag.COMBINING);
            } else if (isDirection(c)) {
                flags.add(Flag.BIDI);
            } else if (isInvisible(c) || tag && !inFlag) {
                flags.add(Flag.INVISIBLE);
            } else if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                flags.add(Flag.CONTROL);
                next = c == ESCAPE ? endOfEscape(text, next) : next;
            } else {
                clean.appendCodePoint(c == '\r' ? '\n' : c);
                marks = isMark(c) ? marks : 0;
            }
        }
        return new FlaggedText(clean.toString(), flags);
    }

    /** With U+FFFD for each half of a character, which cannot be written as UTF-8. */
    public static FlaggedText replaceLoneSurrogates(String text) {
        int lone = 0;
        while (lone < text.length() && !isLone(text, lone)) {
            lone++;
        }
        if (lone == text.length()) {
            return FlaggedText.of(text);
        }
        StringBuilder paired = new StringBuilder(text);
        for (int i = lone; i < text.length(); i++) {
            if (isLone(text, i)) {
                paired.setCharAt(i, '\uFFFD');
            }
        }
        return FlaggedText.of(paired.toString()).flagged(Flag.LONE_SURROGATE);
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** Where a terminal's command ends, as in {@code ESC[31m}. */
    private static int endOfEscape(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '[') {
            return start;
        }
        int end = start + 1;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        return end < text.length() && Character.isLetter(text.charAt(end)) ? end + 1 : start;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Whether it has nothing but characters that are fine by themselves, whatever stands beside them. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fine = c >= 0x20 && c < 0x7F
                    || c == '\n'
                    || c == '\t'
                    || c >= 0xA0 && c < 0x300 && c != 0xAD
                    || c >= 0x400 && c <= 0x482
                    || c >= 0x2010 && c <= 0x2027
                    || c >= 0x2030 && c <= 0x205E
                    || c >= 0x3001 && c <= 0x3029
                    || c >= 0x4E00 && c <= 0x9FFF;
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDirection(int c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }

    private static boolean isInvisible(int c) {
        return c == '\u200B' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD' || c >= '\u2061' && c <= '\u2064';
    }

    /** The first {@code most} characters, never half of one. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line: every run of white space becomes one space. */
    public static String oneLine(String text) {
        if (isOneLine(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(c);
                gap = false;
            }
        }
        return line.toString();
    }

    private static boolean isOneLine(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (space && gap || !space && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                return false;
            }
            gap = space;
        }
        return text.isEmpty() || !gap;
    }
}
