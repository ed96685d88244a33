package io.newsfold.enrich.tag;

/**
 * The names of the lexicon that a token is part of: for each kind of name the longest, and where in it the token is.
 */
final class KnownNames {
    /** The mark of a kind where the token is part of no name of it. */
    static final int NO_NAME = 0;

    static final KnownNames NONE = new KnownNames();

    private static final int ALONE = 0;
    private static final int FIRST = 1;
    private static final int INSIDE = 2;
    private static final int LAST = 3;
    private static final int POSITIONS = 4;

    /** Longer names are marked as if they had so many tokens. */
    private static final int LONGEST_MARKED = 4;

    /**
     * Only the second half of the lexicon's kinds is in the hash of all kinds: with this hash the model was trained.
     */
    private static final int FIRST_HASHED_KIND = Lexicon.KINDS / 2;

    /** More than there are marks, so that kind and mark make one number. */
    private static final int MARKS = 20;

    private static final int HASH_FACTOR = 31;

    private final int[] marks = new int[Lexicon.KINDS];

    /** Adds a name of a kind, if none of the kind that was added before is as long. */
    void add(int kind, int token, int first, int last) {
        int length = Math.min(LONGEST_MARKED, last - first + 1);
        if (markedLength(marks[kind]) < length) {
            marks[kind] = markOf(position(token, first, last), length);
        }
    }

    boolean isEmpty() {
        return this == NONE;
    }

    /** 1 to 16 for the token's position in the longest name of the kind and that name's length, or {@link #NO_NAME}. */
    int mark(int kind) {
        return marks[kind];
    }

    /** The hash of the marks of all kinds that are hashed. */
    int hash() {
        int hash = 0;
        for (int kind = FIRST_HASHED_KIND; kind < marks.length; kind++) {
            hash = marks[kind] == NO_NAME ? hash : hash * HASH_FACTOR + kind * MARKS + marks[kind];
        }
        return hash;
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
}
