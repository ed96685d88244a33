package io.newsfold.enrich.tag;

/** The kinds of names in other scripts than the Latin one that the lexicon tells apart. */
public enum OtherNameKind {
    GIVEN_NAME,
    SURNAME,
    PLACE;

    /** The bit of the kind among {@link Lexicon#kindsInOtherScripts}. */
    public int bit() {
        return 1 << ordinal();
    }
}
