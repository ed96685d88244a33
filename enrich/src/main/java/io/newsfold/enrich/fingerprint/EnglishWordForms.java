package io.newsfold.enrich.fingerprint;

import java.util.Locale;

/** English words in lower case without accents, the same for singular and plural. */
final class EnglishWordForms extends WordForms {
    static final WordForms INSTANCE = new EnglishWordForms();

    /** The ending of a shorter word does not show whether it is a plural. */
    private static final int SHORTEST_PLURAL = 4;

    private EnglishWordForms() {}

    @Override
    String plainTerm(String word) {
        return singular(word.toLowerCase(Locale.ROOT));
    }

    @Override
    String term(String word) {
        String plain = folded(word);
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0))) {
            return without(without(plain, ','), '\'');
        }
        String bare = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
        return singular(without(without(bare, '\''), '.'));
    }

    @Override
    boolean joinsAtApostrophe() {
        return true;
    }

    @Override
    Capitals capitals() {
        return Capitals.NAMES;
    }

    /** The singular of an English word, roughly: the same for all forms of a word is what counts. */
    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > SHORTEST_PLURAL) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }
}
