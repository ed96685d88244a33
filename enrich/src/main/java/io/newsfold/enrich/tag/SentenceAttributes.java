package io.newsfold.enrich.tag;

import java.util.BitSet;

/** What is known of each token of a sentence: the values from which features are made. */
final class SentenceAttributes {
    /** How far features look around a token for names of the lexicon. */
    static final int REACH_OF_NAMES = 1;

    private final WordAttributes[] words;
    private final Casing casing;
    private final LexiconMatches matches;

    /**
     * The attributes of a sentence.
     *
     * @param wanted the tokens of which features will be made
     */
    SentenceAttributes(Lexicon lexicon, WordAttributes[] words, BitSet wanted) {
        this.words = words;
        casing = Casing.of(words);
        matches = LexiconMatches.of(words, casing, lexicon, withNeighbours(wanted, words.length));
    }

    private static BitSet withNeighbours(BitSet tokens, int size) {
        BitSet all = new BitSet(size);
        for (int i = tokens.nextSetBit(0); i >= 0; i = tokens.nextSetBit(i + 1)) {
            all.set(Math.max(0, i - REACH_OF_NAMES), Math.min(size, i + REACH_OF_NAMES + 1));
        }
        return all;
    }

    boolean has(int token) {
        return token >= 0 && token < words.length;
    }

    /** The attributes of a token, outside the sentence too. */
    WordAttributes word(int token) {
        if (token < 0) {
            return WordAttributes.BEFORE_SENTENCE;
        }
        return token < words.length ? words[token] : WordAttributes.AFTER_SENTENCE;
    }

    /** The names of the lexicon that a token is part of. */
    KnownNames knownNames(int token) {
        return matches.names(token);
    }

    /** The hash of the kinds of name that the token is part of, outside the sentence too. */
    int kindHash(int token) {
        return has(token) ? knownNames(token).hash() : word(token).hash();
    }

    int casingCode(int token) {
        return casing.code(token);
    }
}
