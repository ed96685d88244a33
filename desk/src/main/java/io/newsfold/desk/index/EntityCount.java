package io.newsfold.desk.index;

/**
 * An entity with a number of articles.
 *
 * @param name the one that most of these articles give it
 * @param articles number of those in which it is among the most salient
 */
public record EntityCount(String id, String name, long articles) {}
