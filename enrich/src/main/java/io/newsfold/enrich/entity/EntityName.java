package io.newsfold.enrich.entity;

/**
 * A name of an entity.
 *
 * @param isLabel whether it is the usual name in a language, and not another one
 */
public record EntityName(String name, boolean isLabel) {}
