package io.newsfold.text.language;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The first words of a text.
 *
 * @param words in lower case, each once, in reading order
 * @param letters how many there are
 * @param script the most frequent one
 * @param hasKana whether one letter in twenty or more is Hiragana or Katakana
 */
record TextSample(Set<String> words, int letters, UnicodeScript script, boolean hasKana) {
    private static final int KANA_SHARE = 20;

    static TextSample of(String text, int most) {
        int[] scripts = new int[UnicodeScript.values().length];
        Set<String> words = new LinkedHashSet<>();
        int letters = 0;
        int start = -1;
        int at = 0;
        while (at < text.length() && letters < most) {
            int letter = text.codePointAt(at);
            boolean isLetter = Character.isLetter(letter);
            if (isLetter) {
                scripts[script(letter).ordinal()]++;
                letters++;
            }
            boolean isInside =
                    isLetter || start >= 0 && (isMark(letter) || isApostrophe(letter) && isLetterAt(text, at + 1));
            if (isInside && start < 0) {
                start = at;
            } else if (!isInside && start >= 0) {
                words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
                start = -1;
            }
            at += Character.charCount(letter);
        }
        if (start >= 0) {
            words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        }
        int kana = scripts[UnicodeScript.HIRAGANA.ordinal()] + scripts[UnicodeScript.KATAKANA.ordinal()];
        return new TextSample(words, letters, mostFrequent(scripts), kana * KANA_SHARE >= letters);
    }

    private static UnicodeScript script(int letter) {
        return letter < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(letter);
    }

    /** Vowel signs and the like, and what joins letters or keeps them apart. */
    private static boolean isMark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || sign == '\u200C'
                || sign == '\u200D';
    }

    static boolean isApostrophe(int sign) {
        return sign == '\'' || sign == '’' || sign == 'ʻ' || sign == '‘' || sign == '`';
    }

    private static boolean isLetterAt(String text, int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }

    private static UnicodeScript mostFrequent(int[] scripts) {
        int best = 0;
        for (int i = 1; i < scripts.length; i++) {
            best = scripts[i] > scripts[best] ? i : best;
        }
        return UnicodeScript.values()[best];
    }
}
