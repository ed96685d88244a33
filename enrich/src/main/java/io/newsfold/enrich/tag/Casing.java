package io.newsfold.enrich.tag;

/** How a sentence uses capitals. The codes are values of features, so the weights of the model depend on them. */
enum Casing {
    /** Names and the first word have capitals, as in running text. */
    MIXED(0),
    /** Nearly all words are in capitals, as in some headlines. */
    CAPITALS(1),
    /** Nearly all words begin with a capital, as in other headlines. */
    TITLE(2);

    /** The first token of a sentence in mixed case has a capital whatever it is, so it has a code of its own. */
    private static final int FIRST_TOKEN_CODE = 3;

    /** Shorter sentences are names or labels too often to be taken for a headline. */
    private static final int MIN_WORDS_IN_CAPITALS = 3;

    private static final int MIN_WORDS_IN_TITLE = 4;

    /** The number of codes; they are 0 and up. */
    static final int CODES = FIRST_TOKEN_CODE + 1;

    private final int code;

    Casing(int code) {
        this.code = code;
    }

    /** The casing of a sentence: seven words of ten decide it. */
    static Casing of(WordAttributes[] sentence) {
        int words = 0;
        int capitalized = 0;
        int inCapitals = 0;
        for (WordAttributes word : sentence) {
            if (word.beginsWithLetter()) {
                words++;
                capitalized += word.beginsWithCapital() ? 1 : 0;
                inCapitals += word.isInCapitals() ? 1 : 0;
            }
        }
        if (words >= MIN_WORDS_IN_CAPITALS && isMost(inCapitals, words)) {
            return CAPITALS;
        }
        return words >= MIN_WORDS_IN_TITLE && isMost(capitalized, words) ? TITLE : MIXED;
    }

    private static boolean isMost(int part, int whole) {
        return part * 10 >= whole * 7;
    }

    /** The code of the casing for a token, by its index in the sentence. */
    int code(int token) {
        return this == MIXED && token == 0 ? FIRST_TOKEN_CODE : code;
    }
}
