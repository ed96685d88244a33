package io.newsfold.enrich.tag;

/** The shape of a word: its pattern of capitals, small letters, digits and signs, runs of three and more cut to two. */
final class WordShape {
    /** A longer run says no more than one of two: Berlin and Washington have one shape. */
    private static final int LONGEST_RUN = 2;

    private static final int SEED = 7;
    private static final int FACTOR = 31;

    private WordShape() {}

    /** The hash of a word's shape. */
    static int hash(String word) {
        int hash = SEED;
        char last = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char symbol = symbol(word.charAt(i));
            run = symbol == last ? run + 1 : 1;
            last = symbol;
            hash = run <= LONGEST_RUN ? hash * FACTOR + symbol : hash;
        }
        return hash;
    }

    private static char symbol(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? 'd' : c;
    }
}
