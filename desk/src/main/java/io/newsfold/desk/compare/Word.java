package io.newsfold.desk.compare;

/**
 * A word of a text. Figures are words, and so are currency signs and the sign of percent.
 *
 * @param form by which words are compared: NFC, lower case, with straight apostrophes
 * @param start index of its first {@code char} in the text
 * @param end index behind its last {@code char}
 */
record Word(String form, int start, int end) {}
