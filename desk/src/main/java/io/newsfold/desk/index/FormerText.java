package io.newsfold.desk.index;

/** The text of an article in a former version, as the desk saw it. */
public record FormerText(int revision, String headline, String articleBody) {}
