package io.newsfold.enrich.tag;

/** The classes that {@link NameModel} tells apart. */
public enum NameClass {
    PERSON,
    ORGANISATION,
    PLACE,
    /**
     * Works, events, products and peoples. The model learns them so that it does not take them for one of the others.
     */
    OTHER
}
