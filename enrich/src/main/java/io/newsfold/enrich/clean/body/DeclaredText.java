package io.newsfold.enrich.clean.body;

/**
 * The texts that a page declares as its article's.
 *
 * @param headline the best known one, empty where there is none
 * @param description of the article in the page's metadata, may be empty
 * @param body the text of the article in the page's metadata, may be empty
 */
public record DeclaredText(String headline, String description, String body) {}
