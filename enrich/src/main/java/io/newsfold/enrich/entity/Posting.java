package io.newsfold.enrich.entity;

import io.newsfold.enrich.entity.EntityCandidate.Match;

/**
 * What a table has for a name: its entity, what the name is, and 24 bits of the name as written.
 *
 * @param entity number of the entity in its table
 * @param kind the closest match that a name with this key can be
 */
record Posting(int entity, Match kind, int written) {
    private static final int WRITTEN_BITS = 24;
    private static final Match[] KINDS = Match.values();

    static Posting of(long bits) {
        int low = (int) bits;
        return new Posting((int) (bits >>> Integer.SIZE), KINDS[low >>> WRITTEN_BITS], low & ((1 << WRITTEN_BITS) - 1));
    }

    long bits() {
        return (long) entity << Integer.SIZE | (long) kind.ordinal() << WRITTEN_BITS | written;
    }

    /** How a name fits that is written like this. */
    Match match(int nameAsWritten) {
        boolean isByName = kind == Match.LABEL || kind == Match.ALIAS;
        return isByName && nameAsWritten != written ? Match.FORM : kind;
    }
}
