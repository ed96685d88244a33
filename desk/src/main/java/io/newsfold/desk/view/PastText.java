package io.newsfold.desk.view;

/** The text of an article in a former version, as the desk saw it. */
public record PastText(int revision, String headline, String articleBody) {}
