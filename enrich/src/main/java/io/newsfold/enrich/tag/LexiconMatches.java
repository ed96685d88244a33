package io.newsfold.enrich.tag;

import java.util.Locale;

/**
 * The names of the lexicon in a sentence: for each token and each kind of name the longest name that the token is part
 * of, and where in that name the token is.
 */
final class LexiconMatches {
    /** The mark of a token that is part of no name of the kind. */
    static final int NO_NAME = 0;

    private static final int ALONE = 0;
    private static final int FIRST = 1;
    private static final int INSIDE = 2;
    private static final int LAST = 3;
    private static final int POSITIONS = 4;

    /** Longer names are marked as if they had so many tokens. */
    private static final int LONGEST_MARKED = 4;

    /** Longer words in capitals are looked up in title case; shorter ones are acronyms more often than names. */
    private static final int LONGEST_ACRONYM = 3;

    /**
     * Only the second half of the lexicon's kinds is in the hash of all kinds: with this hash the model was trained.
     */
    private static final int FIRST_HASHED_KIND = Lexicon.KINDS / 2;

    /** More than there are marks, so that kind and mark make one number. */
    private static final int MARKS = 20;

    private static final int HASH_FACTOR = 31;

    private final int[][] marks;
    private final int[] kindHashes;

    private LexiconMatches(int tokens) {
        marks = new int[tokens][Lexicon.KINDS];
        kindHashes = new int[tokens];
    }

    static LexiconMatches of(String[] tokens, Casing casing, Lexicon lexicon) {
        LexiconMatches matches = new LexiconMatches(tokens.length);
        for (int first = 0; first < tokens.length; first++) {
            if (Character.isLetterOrDigit(tokens[first].charAt(0))) {
                matches.lookUp(tokens, first, casing, lexicon);
            }
        }
        for (int i = 0; i < tokens.length; i++) {
            matches.kindHashes[i] = hash(matches.marks[i]);
        }
        return matches;
    }

    /**
     * 0 to 16 for the token's position in the longest name of the kind and that name's length; {@link #NO_NAME} for
     * none.
     */
    int mark(int token, int kind) {
        return marks[token][kind];
    }

    /** For each token the hash of its marks of all kinds that are hashed. */
    int[] kindHashes() {
        return kindHashes;
    }

    /** Marks the names that begin with this token. */
    private void lookUp(String[] tokens, int first, Casing casing, Lexicon lexicon) {
        long hash = HashedTable.start();
        for (int last = first; last < Math.min(tokens.length, first + Lexicon.LONGEST); last++) {
            hash = last > first ? HashedTable.hash(hash, " ") : hash;
            hash = HashedTable.hash(hash, casing == Casing.CAPITALS ? titleCase(tokens[last]) : tokens[last]);
            for (int kinds = lexicon.kinds(hash); kinds != 0; kinds = withoutLowest(kinds)) {
                markName(Integer.numberOfTrailingZeros(kinds), first, last);
            }
        }
    }

    /** The bits without the lowest 1. */
    private static int withoutLowest(int bits) {
        return bits & (bits - 1);
    }

    private void markName(int kind, int first, int last) {
        int length = Math.min(LONGEST_MARKED, last - first + 1);
        for (int i = first; i <= last; i++) {
            if (markedLength(marks[i][kind]) < length) {
                marks[i][kind] = markOf(position(i, first, last), length);
            }
        }
    }

    private static int position(int token, int first, int last) {
        if (first == last) {
            return ALONE;
        }
        if (token == first) {
            return FIRST;
        }
        return token == last ? LAST : INSIDE;
    }

    /** Position and length, 1 and up, as one number, 1 and up. */
    private static int markOf(int position, int length) {
        return 1 + position + POSITIONS * (length - 1);
    }

    /** The length that is part of a mark; 0 for {@link #NO_NAME}. */
    private static int markedLength(int mark) {
        return (mark + POSITIONS - 1) / POSITIONS;
    }

    private static int hash(int[] marks) {
        int hash = 0;
        for (int kind = FIRST_HASHED_KIND; kind < marks.length; kind++) {
            hash = marks[kind] == NO_NAME ? hash : hash * HASH_FACTOR + kind * MARKS + marks[kind];
        }
        return hash;
    }

    private static String titleCase(String word) {
        return word.length() <= LONGEST_ACRONYM
                ? word
                : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
