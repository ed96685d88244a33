package io.newsfold.enrich.fingerprint;

import io.newsfold.contract.LanguageCode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How the words of a language become terms: in one form for all forms of a word, without what writers leave out. */
abstract class WordForms {
    private static final int FIRST_NON_ASCII = 0x80;

    /** @param language BCP 47; English forms where it is English or not known */
    static WordForms of(String language) {
        String primary = LanguageCode.primary(language);
        return primary.equals("en") || primary.equals(LanguageCode.UNKNOWN)
                ? EnglishWordForms.INSTANCE
                : StemmedWordForms.of(primary);
    }

    /** The term of a word of ASCII letters; never empty. */
    abstract String plainTerm(String word);

    /** The term of any word or number; empty where nothing of it counts. */
    abstract String term(String word);

    /** Whether an apostrophe belongs to the word around it, as in English, or ends one, as in French. */
    abstract boolean joinsAtApostrophe();

    abstract Capitals capitals();

    /** Whether a run of letters is several words, in a script without spaces. */
    boolean isUndivided(String word) {
        return false;
    }

    /** The words of such a run. */
    List<String> divide(String word) {
        return List.of(word);
    }

    /** In lower case; letters of Latin, Greek, Cyrillic, Arabic and Hebrew without their marks; digits of ASCII. */
    static String folded(String word) {
        return isAscii(word) ? word.toLowerCase(Locale.ROOT) : plainLetters(word);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= FIRST_NON_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String plainLetters(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        int base = 0;
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            boolean isMark = type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK;
            base = isMark ? base : c;
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (!isMark || keepsMarks(base)) {
                plain.appendCodePoint(c);
            }
        }
        String lower = plain.toString().toLowerCase(Locale.ROOT).replace('’', '\'');
        return Normalizer.isNormalized(lower, Normalizer.Form.NFC)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    /** In the scripts of India and South-East Asia the signs are the vowels; in Korean, NFC composes the syllables. */
    private static boolean keepsMarks(int letter) {
        return letter >= 0x0900 && letter <= 0x1CFF || letter >= 0x3040 && letter <= 0x30FF;
    }

    static String without(String word, char mark) {
        return word.indexOf(mark) < 0 ? word : word.replace(String.valueOf(mark), "");
    }
}
