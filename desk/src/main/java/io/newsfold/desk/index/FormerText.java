package io.newsfold.desk.index;

/**
 * The text of a former version of an article.
 *
 * @param revision number of the version, from 1
 * @param headline its headline
 * @param articleBody its text; paragraphs are separated by empty lines
 */
public record FormerText(int revision, String headline, String articleBody) {}
