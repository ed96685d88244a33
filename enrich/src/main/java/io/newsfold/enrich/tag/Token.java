package io.newsfold.enrich.tag;

/**
 * A word, a number or a sign of a text.
 *
 * @param text never empty
 * @param start index of its first char
 * @param end index after its last char
 */
public record Token(String text, int start, int end) {
    private static final String OPENING_SIGNS = "\"“‘«([-•¿¡„「『（";

    /** Whether a sentence may begin with it: a capital, a letter without case, a digit or an opening sign. */
    boolean canOpenSentence() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isDigit(first)
                || Character.getType(first) == Character.OTHER_LETTER
                || OPENING_SIGNS.indexOf(first) >= 0;
    }

    boolean isCapitalized() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether it begins with a letter or a digit. */
    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}
