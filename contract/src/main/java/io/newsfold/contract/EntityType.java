package io.newsfold.contract;

/** What kind of thing an entity is. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE
}
