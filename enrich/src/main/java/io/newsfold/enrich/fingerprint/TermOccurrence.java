package io.newsfold.enrich.fingerprint;

/**
 * A word or a number of a text, as a term.
 *
 * @param term never empty
 * @param isCapitalized whether the text writes it with a capital
 * @param isInsideSentence whether it is not the first word of a sentence, so that a capital suggests a name
 */
record TermOccurrence(String term, boolean isCapitalized, boolean isInsideSentence) {
    boolean isNumber() {
        return Character.isDigit(term.charAt(0));
    }
}
