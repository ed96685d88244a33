package io.newsfold.enrich.fingerprint;

/** What a capital inside a sentence says in a language. */
enum Capitals {
    /** The word is a name. */
    NAMES,
    /** The word is a noun, and a name if it is rare. */
    NOUNS,
    /** The script has none; words are taken for names that hardly any other article has. */
    NONE;

    private static final double RARE = StrictMath.log(250); // one article in so many has the word

    /** @param weight of the term in the table of its language */
    boolean suggestName(TermUse use, double weight) {
        return switch (this) {
            case NAMES -> use.isName();
            case NOUNS -> use.isName() && weight >= RARE;
            case NONE -> weight >= RARE && !Character.isDigit(use.term().charAt(0));
        };
    }
}
