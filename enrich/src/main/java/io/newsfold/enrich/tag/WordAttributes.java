package io.newsfold.enrich.tag;

import io.newsfold.text.WritingSystem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the letters of a word and the lexicon say of it, wherever it stands. The places around a sentence count as words
 * too. Immutable.
 */
final class WordAttributes {
    private static final short[] NO_VECTOR = new short[Lexicon.GRAINS];

    static final WordAttributes BEFORE_SENTENCE = new WordAttributes(1, -1);
    static final WordAttributes AFTER_SENTENCE = new WordAttributes(2, -2);

    /** Longer words in capitals are looked up in title case; shorter ones are acronyms more often than names. */
    private static final int LONGEST_ACRONYM = 3;

    private final String written;
    private final String lowerCase;
    private final int writtenHash;
    private final int hash;
    private final int shape;
    private final ClusterPath path;
    private final short[] vectorClusters;
    private final int pathTo8;
    private final int coarseCluster;
    private final boolean isInCapitals;
    private final boolean isLatin;

    /** A place outside the sentence. */
    private WordAttributes(int value, int cluster) {
        written = "";
        lowerCase = "";
        writtenHash = value;
        hash = value;
        shape = value;
        path = ClusterPath.NONE;
        vectorClusters = NO_VECTOR;
        pathTo8 = value;
        coarseCluster = cluster;
        isInCapitals = false;
        isLatin = true;
    }

    WordAttributes(Lexicon lexicon, String word) {
        written = word;
        lowerCase = withoutDigits(word.toLowerCase(Locale.ROOT)).replace('’', '\'');
        writtenHash = word.hashCode();
        hash = lowerCase.hashCode();
        shape = WordShape.hash(word);
        path = lexicon.path(lowerCase);
        short @Nullable [] clusters = lexicon.vectorClusters(withoutDigits(word), lowerCase);
        vectorClusters = clusters == null ? NO_VECTOR : clusters;
        pathTo8 = path.prefix(ClusterPath.DEPTH_8);
        coarseCluster = vectorClusters[Lexicon.COARSE_GRAIN];
        isInCapitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        isLatin = WritingSystem.isLatin(word);
    }

    /** The word with a 0 for each digit: numbers of one length and pattern count as one word. */
    private static String withoutDigits(String word) {
        StringBuilder zeros = null;
        for (int i = 0; i < word.length(); i++) {
            if (isDigit(word.charAt(i))) {
                zeros = zeros == null ? new StringBuilder(word) : zeros;
                zeros.setCharAt(i, '0');
            }
        }
        return zeros == null ? word : zeros.toString();
    }

    private static boolean isDigit(char c) {
        return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    String written() {
        return written;
    }

    /** The word in small letters, with a 0 for each digit. */
    String lowerCase() {
        return lowerCase;
    }

    /** The hash of the word as written. */
    int writtenHash() {
        return writtenHash;
    }

    /** The hash of {@link #lowerCase}. */
    int hash() {
        return hash;
    }

    /** The hash of the word's shape. */
    int shape() {
        return shape;
    }

    ClusterPath path() {
        return path;
    }

    /** The path cut at {@link ClusterPath#DEPTH_8}. */
    int pathTo8() {
        return pathTo8;
    }

    boolean hasVector() {
        return vectorClusters != NO_VECTOR;
    }

    /** The cluster of the word's vector in the clustering of this grain; 0 where it has no vector. */
    int vectorCluster(int grain) {
        return vectorClusters[grain];
    }

    /** The cluster at {@link Lexicon#COARSE_GRAIN}; a number below 0 outside the sentence. */
    int coarseCluster() {
        return coarseCluster;
    }

    /** Whether its letters are Latin. */
    boolean isLatin() {
        return isLatin;
    }

    boolean beginsWithLetter() {
        return Character.isLetter(written.charAt(0));
    }

    boolean beginsWithCapital() {
        return Character.isUpperCase(written.charAt(0));
    }

    /** Whether a name of the lexicon may begin with it. */
    boolean canBeginName() {
        return Character.isLetterOrDigit(written.charAt(0));
    }

    boolean isInCapitals() {
        return isInCapitals;
    }

    /** The word with small letters behind the first, unless it is too short to be told from an acronym. */
    String titleCase() {
        return written.length() <= LONGEST_ACRONYM
                ? written
                : written.charAt(0) + written.substring(1).toLowerCase(Locale.ROOT);
    }
}
