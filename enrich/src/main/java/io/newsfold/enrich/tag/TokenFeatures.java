package io.newsfold.enrich.tag;

/** The {@linkplain NameFeatures features} of one word, in its own place and as a neighbour of another. */
final class TokenFeatures {
    /** How far features look around a token for other words. */
    static final int WINDOW = 2;

    /** The places of the neighbours whose features a token has, relative to it. */
    static final int[] NEIGHBOURS = {-WINDOW, -1, 1, WINDOW};

    private static final int OWN_PLACE = 0;
    private static final int LONGEST_AFFIX = 5;

    /** The templates of path prefixes, in the order of {@link ClusterPath#DEPTHS}. */
    private static final FeatureTemplate[] PATH_PREFIXES = {
        FeatureTemplate.PATH_TO_4,
        FeatureTemplate.PATH_TO_6,
        FeatureTemplate.PATH_TO_8,
        FeatureTemplate.PATH_TO_10,
        FeatureTemplate.PATH_TO_13,
        FeatureTemplate.WHOLE_PATH
    };

    private TokenFeatures() {}

    /** Adds the features that a token has from its own word and the casing of its sentence. */
    static void addOwn(WordAttributes word, int casing, FeatureHashes hashes) {
        int shape = word.shape();
        hashes.add(FeatureTemplate.ANY_TOKEN, 0);
        hashes.add(FeatureTemplate.LOWER_CASE_WORD, word.hash());
        hashes.add(FeatureTemplate.WRITTEN_WORD, word.writtenHash());
        addAffixes(word.lowerCase(), hashes);
        addShapeAndClusters(word, OWN_PLACE, hashes);
        if (word.path().isKnown()) {
            hashes.addPair(FeatureTemplate.PATH_AND_SHAPE, word.pathTo8(), shape);
        }
        hashes.addPair(FeatureTemplate.VECTOR_AND_SHAPE, word.coarseCluster(), shape);
        hashes.add(FeatureTemplate.CASING, casing);
        hashes.addPair(FeatureTemplate.CASING_AND_SHAPE, casing, shape);
        hashes.addPair(FeatureTemplate.VECTOR_AND_CASING, word.vectorCluster(Lexicon.MEDIUM_GRAIN), casing);
    }

    /** Adds the features that a token has from the word at this place relative to it. */
    static void addNeighbour(WordAttributes word, int offset, FeatureHashes hashes) {
        hashes.add(FeatureTemplate.NEIGHBOUR_WORD, offset, word.hash());
        addShapeAndClusters(word, offset, hashes);
    }

    private static void addAffixes(String word, FeatureHashes hashes) {
        int prefix = 0;
        int suffix = 0;
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
            prefix = FeatureHashes.mix(prefix, word.charAt(length - 1));
            suffix = FeatureHashes.mix(suffix, word.charAt(word.length() - length));
            hashes.add(FeatureTemplate.PREFIX, length, prefix);
            hashes.add(FeatureTemplate.SUFFIX, length, suffix);
        }
    }

    private static void addShapeAndClusters(WordAttributes word, int offset, FeatureHashes hashes) {
        hashes.add(FeatureTemplate.NEIGHBOUR_SHAPE, offset, word.shape());
        ClusterPath path = word.path();
        for (int depth = 0; depth < PATH_PREFIXES.length; depth++) {
            if (path.reaches(depth)) {
                hashes.add(PATH_PREFIXES[depth], FeatureTemplate.STEP * offset, path.prefix(depth));
            }
        }
        for (int grain = 0; word.hasVector() && grain < Lexicon.GRAINS; grain++) {
            int member = FeatureTemplate.STEP * grain + offset;
            hashes.add(FeatureTemplate.VECTOR_CLUSTER, member, word.vectorCluster(grain));
        }
    }
}
