package io.newsfold.enrich.clean.input;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Measures and forms of a string that follow from its words alone. */
public final class TextMeasures {
    private static final int LONGER = 4;
    /** Where Thai begins; the scripts before it put spaces between words. */
    private static final char FIRST_UNSPACED = '\u0e00';

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private TextMeasures() {}

    /** How many words the text has; an apostrophe or a hyphen joins two into one. */
    public static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter || inside && isJoiner(text.charAt(i));
        }
        return words;
    }

    /** How many letters of scripts the text has that put no spaces between words; two make a word, roughly. */
    public static int unspaced(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i) < FIRST_UNSPACED ? FIRST_UNSPACED - 1 : text.codePointAt(i);
            if (c >= FIRST_UNSPACED && isUnspaced(c)) {
                letters++;
            }
        }
        return letters;
    }

    /** Whether the letter is of a script that puts no spaces between words. */
    public static boolean isUnspaced(int letter) {
        return Character.isIdeographic(letter) || UNSPACED.contains(UnicodeScript.of(letter));
    }

    private static boolean isJoiner(char c) {
        return c == '\'' || c == '’' || c == '-';
    }

    /** Whether it ends as sentences end, closing quotes and brackets aside. */
    public static boolean endsLikeSentence(String text) {
        int end = text.length() - 1;
        while (end > 0 && ("\"'”’»)]›“".indexOf(text.charAt(end)) >= 0 || Character.isWhitespace(text.charAt(end)))) {
            end--;
        }
        return end >= 0 && ".!?…。！？:;".indexOf(text.charAt(end)) >= 0;
    }

    /** Letters and digits in lower case, one space between words: equal for strings that differ in typography only. */
    public static String bare(String text) {
        String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder bare = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !bare.isEmpty()) {
                    bare.append(' ');
                }
                bare.append(Character.toLowerCase(c));
                gap = false;
            } else if (c != '\'' && c != '’') {
                gap = true;
            }
        }
        return bare.toString();
    }

    /** The words of four letters and more, in their bare form. */
    public static Set<String> longer(String text) {
        Set<String> words = new HashSet<>();
        for (String word : bare(text).split(" ", -1)) {
            if (word.length() >= LONGER) {
                words.add(word);
            }
        }
        return words;
    }

    /**
     * Whether it has ASCII, letters with common accents, quotation marks and dashes only, which NFKC leaves as they
     * are.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < 0xC0 || c > 0x24F) && (c < 0x2010 || c > 0x201F)) {
                return false;
            }
        }
        return true;
    }

    /** In lower case, letter by letter. */
    public static String lower(String text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(text.charAt(i));
        }
        return new String(lower);
    }

    /** Whether some word has Latin letters and Greek or Cyrillic ones, which look alike. */
    public static boolean mixScripts(String text) {
        boolean latin = false;
        boolean other = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            UnicodeScript script = UnicodeScript.of(c);
            boolean letter = Character.isLetter(c);
            latin = letter && (latin || script == UnicodeScript.LATIN);
            other = letter && (other || script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK);
            if (latin && other) {
                return true;
            }
        }
        return false;
    }
}
