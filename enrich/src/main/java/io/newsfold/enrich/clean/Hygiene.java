package io.newsfold.enrich.clean;

import io.newsfold.contract.Limits;
import java.text.Normalizer;
import java.util.Set;

/** Text without what no text should have: control characters, lone surrogates, direction overrides; in NFC. Applied after every parser. */
final class Hygiene {
    private Hygiene() {}

    /** Cleans {@code text} and adds to {@code flags} what was found. Line breaks and tabs stay. */
    static String apply(String text, Set<String> flags) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > Limits.MARKS_ON_A_LETTER) {
                flags.add("combining");
            } else if (isTag(text, i)) {
                flags.add("invisible");
                i++;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
                flags.add("lone_surrogate");
            } else if (isDirection(c)) {
                flags.add("bidi");
            } else if (isInvisible(c)) {
                flags.add("invisible");
            } else if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                flags.add("control");
            } else {
                clean.append(c == '\r' ? '\n' : c);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
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

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Letters of plane 14 that nobody sees. */
    private static boolean isTag(String text, int at) {
        int c = text.codePointAt(at);
        return c >= 0xE0000 && c <= 0xE007F;
    }

    private static boolean isDirection(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }

    /** The first {@code most} characters, never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line: every run of white space becomes one space. */
    static String oneLine(String text) {
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
