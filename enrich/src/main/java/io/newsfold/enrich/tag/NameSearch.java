package io.newsfold.enrich.tag;

import java.util.BitSet;

/**
 * Looks up the runs of tokens of a sentence in the lexicon. The hashes of all runs that end with a token grow side by
 * side, so that each character is read once and the processor multiplies for several runs at a time. Not thread-safe.
 */
final class NameSearch {
    private static final int LONGEST = Lexicon.LONGEST;
    private static final String GAP = " ";
    private static final int NEVER = Integer.MAX_VALUE;

    private final Lexicon lexicon;
    private final BitSet wanted;

    /** The hash of each run that is growing. The run that begins with a token is at the token's {@link #slot}. */
    private final long[] hashes = new long[LONGEST];

    /** For each of these runs the first token with which it is looked up, or {@link #NEVER}. */
    private final int[] firstLookUps = new int[LONGEST];

    /**
     * A search.
     *
     * @param wanted the tokens of interest; runs without any of them are not looked up
     */
    NameSearch(Lexicon lexicon, BitSet wanted) {
        this.lexicon = lexicon;
        this.wanted = wanted;
    }

    /**
     * The {@linkplain Lexicon#kinds kinds} of the names of a sentence: for each token {@link Lexicon#LONGEST} numbers,
     * of which the first is for the token alone and each other for a run with one token more; 0 where the run is no
     * name.
     */
    short[] kindsBySpan(WordAttributes[] words, Casing casing) {
        short[] kinds = new short[words.length * LONGEST];
        int lastOfInterest = -1;
        for (int token = 0; token < words.length; token++) {
            HashedTable.hashAll(hashes, GAP);
            if (begin(token, words[token])) {
                lastOfInterest = token + LONGEST - 1;
            }
            if (token <= lastOfInterest) {
                boolean isLatin = words[token].isLatin();
                HashedTable.hashAll(
                        hashes, casing == Casing.CAPITALS ? words[token].titleCase() : words[token].written());
                lookUp(token, isLatin, kinds);
            }
        }
        return kinds;
    }

    private static int slot(int token) {
        return token % LONGEST;
    }

    /** Begins the run of a token, in the place of one that is too long now; returns whether it will be looked up. */
    private boolean begin(int token, WordAttributes word) {
        int next = word.canBeginName() ? wanted.nextSetBit(token) : -1;
        boolean isOfInterest = next >= 0 && next < token + LONGEST;
        firstLookUps[slot(token)] = isOfInterest ? next : NEVER;
        hashes[slot(token)] = HashedTable.start();
        return isOfInterest;
    }

    /** Looks up the runs that end with this token, in the names of its script. */
    private void lookUp(int last, boolean isLatin, short[] kinds) {
        for (int length = 1; length <= Math.min(LONGEST, last + 1); length++) {
            int first = last - length + 1;
            if (firstLookUps[slot(first)] <= last) {
                long hash = hashes[slot(first)];
                int found = isLatin ? lexicon.kinds(hash) : lexicon.kindsInOtherScripts(hash);
                kinds[first * LONGEST + length - 1] = (short) found;
            }
        }
    }
}
