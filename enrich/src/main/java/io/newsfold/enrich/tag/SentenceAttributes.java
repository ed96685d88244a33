package io.newsfold.enrich.tag;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the letters of each token of a sentence and the lexicon say of it: the values from which features are made. */
final class SentenceAttributes {
    /** The values of neighbours outside the sentence, where a neighbour's value is a hash or a path. */
    static final int BEFORE_SENTENCE = 1;

    static final int AFTER_SENTENCE = 2;

    private static final short[] NO_VECTOR = new short[Lexicon.GRAINS];

    private final int size;
    private final String[] words;
    private final String[] lowerCase;
    private final int[] wordHashes;
    private final int[] shapes;
    private final ClusterPath[] paths;
    private final short[][] vectorClusters;
    private final Casing casing;
    private final LexiconMatches matches;

    SentenceAttributes(Lexicon lexicon, List<Token> sentence) {
        size = sentence.size();
        words = new String[size];
        lowerCase = new String[size];
        wordHashes = new int[size];
        shapes = new int[size];
        paths = new ClusterPath[size];
        vectorClusters = new short[size][];
        for (int i = 0; i < size; i++) {
            words[i] = sentence.get(i).text();
            lowerCase[i] = withoutDigits(words[i].toLowerCase(Locale.ROOT)).replace('’', '\'');
            wordHashes[i] = lowerCase[i].hashCode();
            shapes[i] = WordShape.hash(words[i]);
            paths[i] = lexicon.path(lowerCase[i]);
            short @Nullable [] clusters = lexicon.vectorClusters(withoutDigits(words[i]), lowerCase[i]);
            vectorClusters[i] = clusters == null ? NO_VECTOR : clusters;
        }
        casing = Casing.of(words);
        matches = LexiconMatches.of(words, casing, lexicon);
    }

    /** The word with a 0 for each digit: numbers of one length and pattern count as one word. */
    private static String withoutDigits(String word) {
        StringBuilder zeros = null;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                zeros = zeros == null ? new StringBuilder(word) : zeros;
                zeros.setCharAt(i, '0');
            }
        }
        return zeros == null ? word : zeros.toString();
    }

    boolean has(int token) {
        return token >= 0 && token < size;
    }

    String word(int token) {
        return words[token];
    }

    /** The word in small letters, with a 0 for each digit. */
    String lowerCase(int token) {
        return lowerCase[token];
    }

    /** The hash of {@link #lowerCase}, outside the sentence too. */
    int wordHash(int token) {
        return valueAt(wordHashes, token);
    }

    /** The hash of the word's shape, outside the sentence too. */
    int shape(int token) {
        return valueAt(shapes, token);
    }

    /** The hash of the kinds of name that the token is part of, outside the sentence too. */
    int knownKinds(int token) {
        return valueAt(matches.kindHashes(), token);
    }

    private int valueAt(int[] values, int token) {
        if (token < 0) {
            return BEFORE_SENTENCE;
        }
        return token >= size ? AFTER_SENTENCE : values[token];
    }

    ClusterPath path(int token) {
        return paths[token];
    }

    boolean hasVector(int token) {
        return vectorClusters[token] != NO_VECTOR;
    }

    /** The cluster of the word's vector in the clustering of this grain; 0 where it has no vector. */
    int vectorCluster(int token, int grain) {
        return vectorClusters[token][grain];
    }

    /** The mark of {@link LexiconMatches}. */
    int knownName(int token, int kind) {
        return matches.mark(token, kind);
    }

    int casingCode(int token) {
        return casing.code(token);
    }
}
