package io.newsfold.enrich.tag;

import io.newsfold.enrich.tag.Lexicon.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link NameModel} looks at: for each token of a sentence the hashes of what is seen there. The last three bits of a hash name the {@link Family} of
 * the feature. All is computed in ints, so that every machine sees the same.
 */
public final class NameFeatures {
    /** Sorts of features; training blinds itself to some of them now and then, so that no sort is leaned on alone. */
    public enum Family {
        WORD,
        CONTEXT,
        CLUSTER,
        SHAPE,
        KNOWN_NAME
    }

    private static final int SIX = 1; // in Path.DEPTHS
    private static final int EIGHT = 2;
    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int LONGEST_AFFIX = 5;
    private static final int REACH = 1;
    private static final int[] NONE = {};
    private static final int SHOUTED = 3; // longer words in capitals are looked up as if they were none
    private static final short[] NO_VECTOR = new short[Lexicon.GRAINS];

    private final Lexicon lexicon;
    private final int size;
    private final String[] words;
    private final String[] lower;
    private final int[] lowerHash;
    private final int[] shapes;
    private final Path[] paths;
    private final short[][] vectors;
    private final int[][] kinds;
    private final int[] kindsHash;
    private final int manner;

    private int[] features = new int[160];
    private int count;

    private NameFeatures(Lexicon lexicon, List<Token> sentence) {
        this.lexicon = lexicon;
        size = sentence.size();
        words = new String[size];
        lower = new String[size];
        lowerHash = new int[size];
        shapes = new int[size];
        paths = new Path[size];
        vectors = new short[size][];
        kinds = new int[size][Lexicon.KINDS];
        kindsHash = new int[size];
        for (int i = 0; i < size; i++) {
            words[i] = sentence.get(i).text();
            lower[i] = zeros(words[i].toLowerCase(Locale.ROOT)).replace('’', '\'');
            lowerHash[i] = lower[i].hashCode();
            shapes[i] = shape(words[i]);
            paths[i] = lexicon.path(lower[i]);
            short @Nullable [] vector = lexicon.vector(zeros(words[i]), lower[i]);
            vectors[i] = vector == null ? NO_VECTOR : vector;
        }
        manner = manner();
        lookUpNames();
    }

    /** The features of each token of a sentence. */
    public static int[][] of(Lexicon lexicon, List<Token> sentence) {
        NameFeatures view = new NameFeatures(lexicon, sentence);
        int[][] all = new int[view.size][];
        for (int i = 0; i < all.length; i++) {
            all[i] = view.at(i);
        }
        return all;
    }

    /**
     * The same, without features for the tokens that have only small letters and signs around them: who writes capitals at all writes names with them.
     */
    static int[][] nearCapitals(Lexicon lexicon, List<Token> sentence) {
        BitSet near = new BitSet();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).isCapitalised()) {
                near.set(Math.max(0, i - REACH), i + REACH + 1);
            }
        }
        if (near.isEmpty()) {
            return of(lexicon, sentence);
        }
        NameFeatures view = new NameFeatures(lexicon, sentence);
        int[][] all = new int[view.size][];
        for (int i = 0; i < all.length; i++) {
            all[i] = near.get(i) ? view.at(i) : NONE;
        }
        return all;
    }

    public static Family family(int feature) {
        return Family.values()[feature & 7];
    }

    /** How the sentence is written: 0 as usual, 1 in capitals, 2 each word with a capital. */
    private int manner() {
        int letters = 0;
        int capitalised = 0;
        int capitals = 0;
        for (String word : words) {
            if (Character.isLetter(word.charAt(0))) {
                letters++;
                capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
                capitals += word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) ? 1 : 0;
            }
        }
        if (letters > 2 && capitals * 10 >= letters * 7) {
            return 1;
        }
        return letters > 3 && capitalised * 10 >= letters * 7 ? 2 : 0;
    }

    /** Marks, for each kind of thing, the longest known names that each token stands in, and where in it. */
    private void lookUpNames() {
        for (int i = 0; i < size; i++) {
            if (!Character.isLetterOrDigit(words[i].charAt(0))) {
                continue;
            }
            long hash = HashedTable.start();
            for (int j = i; j < Math.min(size, i + Lexicon.LONGEST); j++) {
                hash = j > i ? HashedTable.hash(hash, " ") : hash;
                hash = HashedTable.hash(hash, manner == 1 ? calm(words[j]) : words[j]);
                int mask = lexicon.kinds(hash);
                for (int rest = mask; rest != 0; rest &= rest - 1) {
                    mark(Integer.numberOfTrailingZeros(rest), i, j);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            int hash = 0;
            for (int k = Lexicon.KINDS / 2; k < Lexicon.KINDS; k++) {
                hash = kinds[i][k] == 0 ? hash : hash * 31 + k * 20 + kinds[i][k];
            }
            kindsHash[i] = hash;
        }
    }

    private void mark(int kind, int first, int last) {
        int length = Math.min(4, last - first + 1);
        for (int i = first; i <= last; i++) {
            int place = first == last ? 0 : i == first ? 1 : i == last ? 3 : 2;
            if (kinds[i][kind] == 0 || (kinds[i][kind] - 1) / 4 < length - 1) {
                kinds[i][kind] = place + 4 * (length - 1) + 1;
            }
        }
    }

    private static String calm(String word) {
        return word.length() <= SHOUTED
                ? word
                : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private int[] at(int i) {
        count = 0;
        wordAndContext(i);
        shapes(i);
        affixes(i);
        clusters(i);
        knownNames(i);
        return Arrays.copyOf(features, count);
    }

    private void wordAndContext(int i) {
        int before = around(lowerHash, i - 1);
        int after = around(lowerHash, i + 1);
        add(Family.WORD, 1, lowerHash[i]);
        add(Family.WORD, 2, words[i].hashCode());
        for (int d = -2; d <= 2; d++) {
            if (d != 0) {
                add(Family.CONTEXT, 12 + d, around(lowerHash, i + d));
            }
        }
        add(Family.CONTEXT, 20, mix(before, lowerHash[i]));
        add(Family.CONTEXT, 21, mix(lowerHash[i], after));
        add(Family.CONTEXT, 22, mix(before, after));
        add(Family.CONTEXT, 23, mix(shapes[i], before));
        add(Family.CONTEXT, 24, mix(shapes[i], after));
        add(Family.CONTEXT, 25, mix(around(lowerHash, i - 2), before));
        add(Family.CONTEXT, 26, mix(after, around(lowerHash, i + 2)));
    }

    private void shapes(int i) {
        int before = around(shapes, i - 1);
        int after = around(shapes, i + 1);
        int place = manner == 0 && i == 0 ? 3 : manner;
        add(Family.SHAPE, 30, 0);
        add(Family.SHAPE, 31, place);
        add(Family.SHAPE, 32, mix(place, shapes[i]));
        for (int d = -2; d <= 2; d++) {
            add(Family.SHAPE, 36 + d, around(shapes, i + d));
        }
        add(Family.SHAPE, 40, mix(before, shapes[i]));
        add(Family.SHAPE, 41, mix(shapes[i], after));
        add(Family.SHAPE, 42, mix(mix(before, shapes[i]), after));
    }

    private void affixes(int i) {
        String word = lower[i];
        int beginning = 0;
        int ending = 0;
        for (int n = 1; n <= Math.min(LONGEST_AFFIX, word.length()); n++) {
            beginning = mix(beginning, word.charAt(n - 1));
            ending = mix(ending, word.charAt(word.length() - n));
            add(Family.CLUSTER, 50 + n, beginning);
            add(Family.CLUSTER, 60 + n, ending);
        }
    }

    private void clusters(int i) {
        for (int d = -2; d <= 2; d++) {
            int j = i + d;
            if (j < 0 || j >= size) {
                continue;
            }
            for (int k = 0; k < Path.DEPTHS.length; k++) {
                int depth = Path.DEPTHS[k];
                if (paths[j].length() >= depth || depth == 32 && paths[j].length() > 0) {
                    add(Family.CLUSTER, 100 + 10 * d + depth % 10 + 100 * (depth / 10), paths[j].prefixes()[k]);
                }
            }
            if (vectors[j] != NO_VECTOR) {
                for (int g = 0; g < Lexicon.GRAINS; g++) {
                    add(Family.CLUSTER, 502 + 10 * g + d, vectors[j][g]);
                }
            }
        }
        if (paths[i].length() > 0) {
            int path = upTo(EIGHT, i);
            add(Family.CLUSTER, 600, mix(path, shapes[i]));
            add(Family.CLUSTER, 601, mix(path, i > 0 ? upTo(EIGHT, i - 1) : BEFORE));
            add(Family.CLUSTER, 602, mix(path, i + 1 < size ? upTo(EIGHT, i + 1) : AFTER));
        }
        short coarse = vectors[i][Lexicon.GRAINS - 2];
        add(Family.CLUSTER, 610, mix(coarse, i > 0 ? vectors[i - 1][Lexicon.GRAINS - 2] : -BEFORE));
        add(Family.CLUSTER, 611, mix(coarse, i + 1 < size ? vectors[i + 1][Lexicon.GRAINS - 2] : -AFTER));
        add(Family.CLUSTER, 612, mix(coarse, shapes[i]));
        add(Family.CLUSTER, 613, mix(vectors[i][1], manner == 0 && i == 0 ? 3 : manner));
    }

    private void knownNames(int i) {
        int place = manner == 0 && i == 0 ? 3 : manner;
        for (int d = -1; d <= 1; d++) {
            int j = i + d;
            if (j < 0 || j >= size) {
                continue;
            }
            boolean none = true;
            for (int k = 0; k < Lexicon.KINDS; k++) {
                int mark = kinds[j][k];
                if (mark != 0) {
                    none = false;
                    add(Family.KNOWN_NAME, 701 + d + 10 * k, mark);
                    if (d == 0) {
                        add(Family.KNOWN_NAME, 703 + 10 * k, mix(mark, shapes[i]));
                        add(Family.KNOWN_NAME, 704 + 10 * k, mix(mark, place));
                    }
                }
            }
            if (none) {
                add(Family.KNOWN_NAME, 701 + d, 99);
            }
        }
        int known = kindsHash[i];
        add(Family.KNOWN_NAME, 900, known);
        add(Family.KNOWN_NAME, 901, mix(known, around(kindsHash, i - 1)));
        add(Family.KNOWN_NAME, 902, mix(known, around(kindsHash, i + 1)));
        add(Family.KNOWN_NAME, 903, mix(known, around(lowerHash, i - 1)));
        add(Family.KNOWN_NAME, 904, mix(known, around(lowerHash, i + 1)));
        if (paths[i].length() > 0) {
            add(Family.KNOWN_NAME, 905, mix(known, upTo(SIX, i)));
        }
    }

    private int around(int[] values, int i) {
        return i < 0 ? BEFORE : i >= size ? AFTER : values[i];
    }

    private int upTo(int depth, int i) {
        return paths[i].prefixes()[depth];
    }

    private void add(Family family, int template, int value) {
        if (count == features.length) {
            features = Arrays.copyOf(features, count * 2);
        }
        int hash = mix(mix(17, template), value);
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        features[count++] = hash & ~7 | family.ordinal();
    }

    private static int mix(int hash, int value) {
        int h = hash ^ value * 0xcc9e2d51;
        h = Integer.rotateLeft(h, 13) * 5 + 0xe6546b64;
        h *= 0x1b873593;
        return h ^ h >>> 15;
    }

    private static String zeros(String word) {
        StringBuilder zeros = null;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                zeros = zeros == null ? new StringBuilder(word) : zeros;
                zeros.setCharAt(i, '0');
            }
        }
        return zeros == null ? word : zeros.toString();
    }

    /** The pattern of capitals, small letters, digits and signs, runs of three and more as if of two. */
    private static int shape(String word) {
        int hash = 7;
        char last = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char sort = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            run = sort == last ? run + 1 : 1;
            last = sort;
            hash = run <= 2 ? hash * 31 + sort : hash;
        }
        return hash;
    }
}
