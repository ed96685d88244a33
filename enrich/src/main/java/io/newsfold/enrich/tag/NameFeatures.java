package io.newsfold.enrich.tag;

import java.util.BitSet;
import java.util.List;

/**
 * The features from which {@link NameModel} decides: for each token of a sentence the hashes of what is observed there.
 * A feature is a {@link FeatureTemplate} with a value, and its last bits hold the {@link FeatureFamily}. Features of
 * one word are those of {@link TokenFeatures}; here are the features of several words together, and of known names.
 */
public final class NameFeatures {
    /** The value of a token that is part of no known name; no mark of {@link KnownNames} is so high. */
    private static final int NO_KNOWN_NAME = 99;

    private NameFeatures() {}

    /** The features of each token of a sentence. */
    public static int[][] of(Lexicon lexicon, List<Token> tokens) {
        WordAttributes[] words = tokens.stream()
                .map(token -> new WordAttributes(lexicon, token.text()))
                .toArray(WordAttributes[]::new);
        BitSet all = new BitSet();
        all.set(0, words.length);
        SentenceAttributes sentence = new SentenceAttributes(lexicon, words, all);
        int[][] features = new int[words.length][];
        for (int i = 0; i < features.length; i++) {
            FeatureHashes hashes = new FeatureHashes();
            TokenFeatures.addOwn(words[i], sentence.casingCode(i), hashes);
            for (int offset : TokenFeatures.NEIGHBOURS) {
                TokenFeatures.addNeighbour(sentence.word(i + offset), offset, hashes);
            }
            addInContext(sentence, i, hashes);
            features[i] = hashes.toArray();
        }
        return features;
    }

    /** Adds the features that a token has from several words together and from the names of the lexicon. */
    static void addInContext(SentenceAttributes sentence, int token, FeatureHashes hashes) {
        addWords(sentence, token, hashes);
        addShapesAndClusters(sentence, token, hashes);
        for (int offset = -SentenceAttributes.REACH_OF_NAMES; offset <= SentenceAttributes.REACH_OF_NAMES; offset++) {
            if (sentence.has(token + offset)) {
                addKnownNames(sentence.knownNames(token + offset), offset, hashes);
            }
        }
        addKnownNamesHere(sentence, token, hashes);
        addKnownKinds(sentence, token, hashes);
    }

    private static void addWords(SentenceAttributes sentence, int token, FeatureHashes hashes) {
        int word = sentence.word(token).hash();
        int shape = sentence.word(token).shape();
        int before = sentence.word(token - 1).hash();
        int after = sentence.word(token + 1).hash();
        hashes.addPair(FeatureTemplate.WORD_BEFORE_AND_WORD, before, word);
        hashes.addPair(FeatureTemplate.WORD_AND_WORD_AFTER, word, after);
        hashes.addPair(FeatureTemplate.WORDS_AROUND, before, after);
        hashes.addPair(FeatureTemplate.SHAPE_AND_WORD_BEFORE, shape, before);
        hashes.addPair(FeatureTemplate.SHAPE_AND_WORD_AFTER, shape, after);
        hashes.addPair(
                FeatureTemplate.TWO_WORDS_BEFORE, sentence.word(token - 2).hash(), before);
        hashes.addPair(
                FeatureTemplate.TWO_WORDS_AFTER, after, sentence.word(token + 2).hash());
    }

    private static void addShapesAndClusters(SentenceAttributes sentence, int token, FeatureHashes hashes) {
        WordAttributes word = sentence.word(token);
        WordAttributes before = sentence.word(token - 1);
        WordAttributes after = sentence.word(token + 1);
        hashes.addPair(FeatureTemplate.SHAPE_BEFORE_AND_SHAPE, before.shape(), word.shape());
        hashes.addPair(FeatureTemplate.SHAPE_AND_SHAPE_AFTER, word.shape(), after.shape());
        hashes.addPair(FeatureTemplate.THREE_SHAPES, FeatureHashes.mix(before.shape(), word.shape()), after.shape());
        if (word.path().isKnown()) {
            hashes.addPair(FeatureTemplate.PATH_AND_PATH_BEFORE, word.pathTo8(), before.pathTo8());
            hashes.addPair(FeatureTemplate.PATH_AND_PATH_AFTER, word.pathTo8(), after.pathTo8());
        }
        hashes.addPair(FeatureTemplate.VECTOR_AND_VECTOR_BEFORE, word.coarseCluster(), before.coarseCluster());
        hashes.addPair(FeatureTemplate.VECTOR_AND_VECTOR_AFTER, word.coarseCluster(), after.coarseCluster());
    }

    private static void addKnownNames(KnownNames names, int offset, FeatureHashes hashes) {
        if (names.isEmpty()) {
            hashes.add(FeatureTemplate.KNOWN_NAME, offset, NO_KNOWN_NAME);
            return;
        }
        for (int kind = 0; kind < Lexicon.KINDS; kind++) {
            if (names.mark(kind) != KnownNames.NO_NAME) {
                hashes.add(FeatureTemplate.KNOWN_NAME, FeatureTemplate.STEP * kind + offset, names.mark(kind));
            }
        }
    }

    private static void addKnownNamesHere(SentenceAttributes sentence, int token, FeatureHashes hashes) {
        KnownNames names = sentence.knownNames(token);
        for (int kind = 0; !names.isEmpty() && kind < Lexicon.KINDS; kind++) {
            int mark = names.mark(kind);
            if (mark != KnownNames.NO_NAME) {
                int member = FeatureTemplate.STEP * kind;
                int shape = FeatureHashes.mix(mark, sentence.word(token).shape());
                int casing = FeatureHashes.mix(mark, sentence.casingCode(token));
                hashes.add(FeatureTemplate.KNOWN_NAME_AND_SHAPE, member, shape);
                hashes.add(FeatureTemplate.KNOWN_NAME_AND_CASING, member, casing);
            }
        }
    }

    private static void addKnownKinds(SentenceAttributes sentence, int token, FeatureHashes hashes) {
        int kinds = sentence.kindHash(token);
        int before = sentence.word(token - 1).hash();
        int after = sentence.word(token + 1).hash();
        hashes.add(FeatureTemplate.KNOWN_KINDS, kinds);
        hashes.addPair(FeatureTemplate.KNOWN_KINDS_AND_KINDS_BEFORE, kinds, sentence.kindHash(token - 1));
        hashes.addPair(FeatureTemplate.KNOWN_KINDS_AND_KINDS_AFTER, kinds, sentence.kindHash(token + 1));
        hashes.addPair(FeatureTemplate.KNOWN_KINDS_AND_WORD_BEFORE, kinds, before);
        hashes.addPair(FeatureTemplate.KNOWN_KINDS_AND_WORD_AFTER, kinds, after);
        ClusterPath path = sentence.word(token).path();
        if (path.isKnown()) {
            hashes.addPair(FeatureTemplate.KNOWN_KINDS_AND_PATH, kinds, path.prefix(ClusterPath.DEPTH_6));
        }
    }
}
