package io.newsfold.enrich.tag;

import java.util.Arrays;
import java.util.BitSet;

/** The names of the lexicon in a sentence, by token. */
final class LexiconMatches {
    private static final int KINDS_MASK = 0xffff;

    private final KnownNames[] names;

    private LexiconMatches(int tokens) {
        names = new KnownNames[tokens];
        Arrays.fill(names, KnownNames.NONE);
    }

    /**
     * The names of the lexicon in a sentence.
     *
     * @param wanted the tokens of interest; the others may have none although they are part of a name
     */
    static LexiconMatches of(WordAttributes[] words, Casing casing, Lexicon lexicon, BitSet wanted) {
        LexiconMatches matches = new LexiconMatches(words.length);
        short[] kindsBySpan = new NameSearch(lexicon, wanted).kindsBySpan(words, casing);
        for (int span = 0; span < kindsBySpan.length; span++) {
            int first = span / Lexicon.LONGEST;
            int last = first + span % Lexicon.LONGEST;
            for (int kinds = kindsBySpan[span] & KINDS_MASK; kinds != 0; kinds = withoutLowest(kinds)) {
                matches.add(Integer.numberOfTrailingZeros(kinds), first, last);
            }
        }
        return matches;
    }

    /** The bits without the lowest 1. */
    private static int withoutLowest(int bits) {
        return bits & (bits - 1);
    }

    private void add(int kind, int first, int last) {
        for (int token = first; token <= last; token++) {
            if (names[token].isEmpty()) {
                names[token] = new KnownNames();
            }
            names[token].add(kind, token, first, last);
        }
    }

    KnownNames names(int token) {
        return names[token];
    }
}
