package io.newsfold.desk.compare;

/**
 * A sentence of one text and the one of another that has the same words, or most of them.
 *
 * @param a sentence of the first text
 * @param b sentence of the second text
 * @param common what both have in the same order
 */
record SentencePair(Sentence a, Sentence b, CommonWords common) {}
