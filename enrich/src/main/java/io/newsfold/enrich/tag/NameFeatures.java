package io.newsfold.enrich.tag;

import java.util.BitSet;
import java.util.List;

/**
 * The features from which {@link NameModel} decides: for each token of a sentence the hashes of what is observed there.
 * A feature is a {@link FeatureTemplate} with a value, and its last bits hold the {@link FeatureFamily}.
 */
public final class NameFeatures {
    private static final int[] NONE = {};

    /** How far from a word with a capital the model looks, in tokens. */
    private static final int REACH_OF_CAPITALS = 1;

    /** How far features look around a token. */
    private static final int WINDOW = 2;

    private static final int KNOWN_NAME_WINDOW = 1;
    private static final int LONGEST_AFFIX = 5;

    /** The value of a token that is part of no known name; no mark of {@link LexiconMatches} is so high. */
    private static final int NO_KNOWN_NAME = 99;

    /** The values of vector clusters outside the sentence; clusters are numbered from 0. */
    private static final int NO_CLUSTER_BEFORE = -1;

    private static final int NO_CLUSTER_AFTER = -2;

    /** The templates of path prefixes, in the order of {@link ClusterPath#DEPTHS}. */
    private static final FeatureTemplate[] PATH_PREFIXES = {
        FeatureTemplate.PATH_TO_4,
        FeatureTemplate.PATH_TO_6,
        FeatureTemplate.PATH_TO_8,
        FeatureTemplate.PATH_TO_10,
        FeatureTemplate.PATH_TO_13,
        FeatureTemplate.WHOLE_PATH
    };

    private final SentenceAttributes sentence;
    private final FeatureHashes hashes = new FeatureHashes();

    private NameFeatures(SentenceAttributes sentence) {
        this.sentence = sentence;
    }

    /** The features of each token of a sentence. */
    public static int[][] of(Lexicon lexicon, List<Token> sentence) {
        BitSet all = new BitSet();
        all.set(0, sentence.size());
        return of(lexicon, sentence, all);
    }

    /**
     * The features of the tokens that have a capital or are next to one, and none for the others: a writer who uses
     * capitals at all begins names with them. All tokens of a sentence without capitals have features.
     */
    static int[][] nearCapitals(Lexicon lexicon, List<Token> sentence) {
        BitSet near = new BitSet();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).isCapitalized()) {
                near.set(Math.max(0, i - REACH_OF_CAPITALS), i + REACH_OF_CAPITALS + 1);
            }
        }
        return near.isEmpty() ? of(lexicon, sentence) : of(lexicon, sentence, near);
    }

    private static int[][] of(Lexicon lexicon, List<Token> sentence, BitSet wanted) {
        NameFeatures features = new NameFeatures(new SentenceAttributes(lexicon, sentence));
        int[][] all = new int[sentence.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = wanted.get(i) ? features.at(i) : NONE;
        }
        return all;
    }

    private int[] at(int token) {
        hashes.clear();
        addWords(token);
        addShapes(token);
        addAffixes(token);
        addPathPrefixesAndVectors(token);
        addPairsOfPaths(token);
        addPairsOfVectors(token);
        addKnownNames(token);
        addKnownKinds(token);
        return hashes.toArray();
    }

    private void addWords(int token) {
        int word = sentence.wordHash(token);
        int shape = sentence.shape(token);
        int before = sentence.wordHash(token - 1);
        int after = sentence.wordHash(token + 1);
        hashes.add(FeatureTemplate.LOWER_CASE_WORD, word);
        hashes.add(FeatureTemplate.WRITTEN_WORD, sentence.word(token).hashCode());
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            if (offset != 0) {
                hashes.add(FeatureTemplate.NEIGHBOUR_WORD, offset, sentence.wordHash(token + offset));
            }
        }
        addPair(FeatureTemplate.WORD_BEFORE_AND_WORD, before, word);
        addPair(FeatureTemplate.WORD_AND_WORD_AFTER, word, after);
        addPair(FeatureTemplate.WORDS_AROUND, before, after);
        addPair(FeatureTemplate.SHAPE_AND_WORD_BEFORE, shape, before);
        addPair(FeatureTemplate.SHAPE_AND_WORD_AFTER, shape, after);
        addPair(FeatureTemplate.TWO_WORDS_BEFORE, sentence.wordHash(token - 2), before);
        addPair(FeatureTemplate.TWO_WORDS_AFTER, after, sentence.wordHash(token + 2));
    }

    private void addShapes(int token) {
        int shape = sentence.shape(token);
        int before = sentence.shape(token - 1);
        int after = sentence.shape(token + 1);
        int casing = sentence.casingCode(token);
        hashes.add(FeatureTemplate.ANY_TOKEN, 0);
        hashes.add(FeatureTemplate.CASING, casing);
        addPair(FeatureTemplate.CASING_AND_SHAPE, casing, shape);
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            hashes.add(FeatureTemplate.NEIGHBOUR_SHAPE, offset, sentence.shape(token + offset));
        }
        addPair(FeatureTemplate.SHAPE_BEFORE_AND_SHAPE, before, shape);
        addPair(FeatureTemplate.SHAPE_AND_SHAPE_AFTER, shape, after);
        addPair(FeatureTemplate.THREE_SHAPES, FeatureHashes.mix(before, shape), after);
    }

    private void addAffixes(int token) {
        String word = sentence.lowerCase(token);
        int prefix = 0;
        int suffix = 0;
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
            prefix = FeatureHashes.mix(prefix, word.charAt(length - 1));
            suffix = FeatureHashes.mix(suffix, word.charAt(word.length() - length));
            hashes.add(FeatureTemplate.PREFIX, length, prefix);
            hashes.add(FeatureTemplate.SUFFIX, length, suffix);
        }
    }

    private void addPathPrefixesAndVectors(int token) {
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            if (sentence.has(token + offset)) {
                addPathPrefixes(token + offset, offset);
                addVectorClusters(token + offset, offset);
            }
        }
    }

    private void addPathPrefixes(int neighbour, int offset) {
        ClusterPath path = sentence.path(neighbour);
        for (int depth = 0; depth < PATH_PREFIXES.length; depth++) {
            if (path.reaches(depth)) {
                hashes.add(PATH_PREFIXES[depth], FeatureTemplate.STEP * offset, path.prefix(depth));
            }
        }
    }

    private void addVectorClusters(int neighbour, int offset) {
        for (int grain = 0; sentence.hasVector(neighbour) && grain < Lexicon.GRAINS; grain++) {
            int cluster = sentence.vectorCluster(neighbour, grain);
            hashes.add(FeatureTemplate.VECTOR_CLUSTER, FeatureTemplate.STEP * grain + offset, cluster);
        }
    }

    private void addPairsOfPaths(int token) {
        if (!sentence.path(token).isKnown()) {
            return;
        }
        int path = pathTo8(token, 0);
        int before = pathTo8(token - 1, SentenceAttributes.BEFORE_SENTENCE);
        int after = pathTo8(token + 1, SentenceAttributes.AFTER_SENTENCE);
        addPair(FeatureTemplate.PATH_AND_SHAPE, path, sentence.shape(token));
        addPair(FeatureTemplate.PATH_AND_PATH_BEFORE, path, before);
        addPair(FeatureTemplate.PATH_AND_PATH_AFTER, path, after);
    }

    private int pathTo8(int token, int outside) {
        return sentence.has(token) ? sentence.path(token).prefix(ClusterPath.DEPTH_8) : outside;
    }

    private void addPairsOfVectors(int token) {
        int cluster = coarseCluster(token, 0);
        addPair(FeatureTemplate.VECTOR_AND_VECTOR_BEFORE, cluster, coarseCluster(token - 1, NO_CLUSTER_BEFORE));
        addPair(FeatureTemplate.VECTOR_AND_VECTOR_AFTER, cluster, coarseCluster(token + 1, NO_CLUSTER_AFTER));
        addPair(FeatureTemplate.VECTOR_AND_SHAPE, cluster, sentence.shape(token));
        int medium = sentence.vectorCluster(token, Lexicon.MEDIUM_GRAIN);
        addPair(FeatureTemplate.VECTOR_AND_CASING, medium, sentence.casingCode(token));
    }

    private int coarseCluster(int token, int outside) {
        return sentence.has(token) ? sentence.vectorCluster(token, Lexicon.COARSE_GRAIN) : outside;
    }

    private void addKnownNames(int token) {
        for (int offset = -KNOWN_NAME_WINDOW; offset <= KNOWN_NAME_WINDOW; offset++) {
            int neighbour = token + offset;
            if (!sentence.has(neighbour)) {
                continue;
            }
            boolean isKnown = false;
            for (int kind = 0; kind < Lexicon.KINDS; kind++) {
                int mark = sentence.knownName(neighbour, kind);
                if (mark != LexiconMatches.NO_NAME) {
                    isKnown = true;
                    hashes.add(FeatureTemplate.KNOWN_NAME, FeatureTemplate.STEP * kind + offset, mark);
                    if (offset == 0) {
                        addKnownName(token, FeatureTemplate.STEP * kind, mark);
                    }
                }
            }
            if (!isKnown) {
                hashes.add(FeatureTemplate.KNOWN_NAME, offset, NO_KNOWN_NAME);
            }
        }
    }

    private void addKnownName(int token, int member, int mark) {
        int shape = sentence.shape(token);
        int casing = sentence.casingCode(token);
        hashes.add(FeatureTemplate.KNOWN_NAME_AND_SHAPE, member, FeatureHashes.mix(mark, shape));
        hashes.add(FeatureTemplate.KNOWN_NAME_AND_CASING, member, FeatureHashes.mix(mark, casing));
    }

    private void addKnownKinds(int token) {
        int kinds = sentence.knownKinds(token);
        hashes.add(FeatureTemplate.KNOWN_KINDS, kinds);
        addPair(FeatureTemplate.KNOWN_KINDS_AND_KINDS_BEFORE, kinds, sentence.knownKinds(token - 1));
        addPair(FeatureTemplate.KNOWN_KINDS_AND_KINDS_AFTER, kinds, sentence.knownKinds(token + 1));
        addPair(FeatureTemplate.KNOWN_KINDS_AND_WORD_BEFORE, kinds, sentence.wordHash(token - 1));
        addPair(FeatureTemplate.KNOWN_KINDS_AND_WORD_AFTER, kinds, sentence.wordHash(token + 1));
        if (sentence.path(token).isKnown()) {
            int path = sentence.path(token).prefix(ClusterPath.DEPTH_6);
            addPair(FeatureTemplate.KNOWN_KINDS_AND_PATH, kinds, path);
        }
    }

    /** Adds a feature whose value is two values together, in this order. */
    private void addPair(FeatureTemplate template, int first, int second) {
        hashes.add(template, FeatureHashes.mix(first, second));
    }
}
