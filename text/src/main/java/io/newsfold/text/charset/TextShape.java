package io.newsfold.text.charset;

import java.lang.Character.UnicodeScript;

/** Whether characters stand beside each other as they do in words: a text in a wrong charset has other neighbours. */
final class TextShape {
    private TextShape() {}

    /** Whether more than one in ten of the characters beyond ASCII has no meaning. */
    static boolean isBroken(String text) {
        int bad = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all += c > 0x7F ? 1 : 0;
            bad += c == '\uFFFD' ? 1 : 0;
        }
        return bad * 10 > all;
    }

    /** How well the pairs of characters beyond ASCII fit, at most 1; capitals count against them. */
    static double score(String text) {
        double good = 0;
        int pairs = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char c = text.charAt(i);
            if (c > 0x7F && before > ' ' || before > 0x7F && c > ' ') {
                pairs++;
                good += fit(before, c);
            }
        }
        return pairs == 0 ? 0 : good / pairs;
    }

    private static double fit(char before, char c) {
        if (!isLetter(before) || !isLetter(c)) {
            return -1; // quotes and dashes stand at the ends of words, and are few
        }
        if (script(before) != script(c) || Character.isLowerCase(before) && Character.isUpperCase(c)) {
            return -1;
        }
        return Character.isUpperCase(c) ? 0.6 : 1;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static UnicodeScript script(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.INHERITED ? UnicodeScript.HEBREW : script; // its vowel points
    }
}
