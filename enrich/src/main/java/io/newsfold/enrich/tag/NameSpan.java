package io.newsfold.enrich.tag;

/**
 * A name in a sentence.
 *
 * @param first the index of its first token
 * @param end the index after its last token
 */
public record NameSpan(NameClass nameClass, int first, int end) {}
