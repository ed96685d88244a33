package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;

/**
 * One place in the text that names something.
 *
 * @param name the words there, one space between
 * @param start index of the first char
 * @param end index after the last char
 */
record NameOccurrence(EntityType type, String name, int start, int end) {

    boolean isFullName() {
        return type == EntityType.PERSON && name.indexOf(' ') > 0;
    }

    boolean overlaps(NameOccurrence other) {
        return start < other.end && other.start < end;
    }

    /** Whether it overlaps the other and the other has a word that it has not. */
    boolean isPartOf(NameOccurrence other) {
        return overlaps(other) && (other.start < start || end < other.end);
    }

    NameOccurrence as(EntityType other) {
        return new NameOccurrence(other, name, start, end);
    }
}
