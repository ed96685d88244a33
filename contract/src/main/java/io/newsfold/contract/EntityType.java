package io.newsfold.contract;

/** Type of an entity. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE,
    EVENT,
    /** A book, a film, a song, a law: what somebody made and gave a title. */
    WORK,
    /** A nationality, a religion, a political camp. */
    GROUP,
    DATE,
    MONEY,
    PERCENT,
    QUANTITY;

    /** Whether entities of this type have names, and are the same in another article; figures and dates do not. */
    public boolean isNamed() {
        return compareTo(DATE) < 0;
    }
}
