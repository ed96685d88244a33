package io.newsfold.enrich.tag;

/**
 * The path from the root of the tree of Brown clusters to a word's cluster. Words with a long common prefix occur in
 * much the same contexts.
 *
 * @param length the number of forks; 0 for a word that the lexicon does not have
 * @param prefixes the path cut at each of {@link #DEPTHS}: a 1 and then a bit for each fork
 */
@SuppressWarnings("ArrayRecordComponent") // each is shared by all words of a cluster, and none is compared
public record ClusterPath(int length, int[] prefixes) {
    /** No path of the lexicon is deeper, so the prefix of this depth is the whole path. */
    private static final int WHOLE = 32;

    /** Where paths are cut, in forks. */
    static final int[] DEPTHS = {4, 6, 8, 10, 13, WHOLE};

    /** The indexes of some of {@link #DEPTHS}. */
    static final int DEPTH_6 = 1;

    static final int DEPTH_8 = 2;

    static final ClusterPath NONE = of("");

    /** The path with these forks, written in 0 and 1. */
    static ClusterPath of(String forks) {
        int[] prefixes = new int[DEPTHS.length];
        for (int d = 0; d < DEPTHS.length; d++) {
            prefixes[d] = prefix(forks, Math.min(DEPTHS[d], forks.length()));
        }
        return new ClusterPath(forks.length(), prefixes);
    }

    /** The forks as bits, behind a 1 that keeps paths of different lengths apart. */
    private static int prefix(String forks, int length) {
        int bits = 1;
        for (int i = 0; i < length; i++) {
            bits = (bits << 1) | (forks.charAt(i) & 1); // the last bit of the characters 0 and 1 is the digit
        }
        return bits;
    }

    boolean isKnown() {
        return length > 0;
    }

    /** Whether the path goes down to the depth of this index; every known path has its whole prefix. */
    boolean reaches(int depthIndex) {
        int depth = DEPTHS[depthIndex];
        return length >= depth || depth == WHOLE && isKnown();
    }

    int prefix(int depthIndex) {
        return prefixes[depthIndex];
    }
}
