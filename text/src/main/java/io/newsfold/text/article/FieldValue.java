package io.newsfold.text.article;

/**
 * The value of a field, and where it stood.
 *
 * @param path as in the mapping
 * @param text never blank
 */
public record FieldValue(String path, String text) {}
