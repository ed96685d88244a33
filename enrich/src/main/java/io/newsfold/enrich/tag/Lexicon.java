package io.newsfold.enrich.tag;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words and names before any text is read: for each word the company it keeps (its place in a tree of clusters, and clusters of its
 * vector), and for 1.6 million names what kinds of thing bear them. Packed by {@code LexiconPacker} from the lexica of NLP4J (Apache-2.0). Immutable.
 */
public final class Lexicon {
    /** The longest name that is known, in tokens. */
    public static final int LONGEST = 8;

    /** How many kinds of thing a name may be of. */
    static final int KINDS = 16;

    /** How many clusterings of vectors there are, from fine to coarse. */
    static final int GRAINS = 4;

    private static final Lexicon SHIPPED = load();

    /**
     * A way down the tree of clusters.
     *
     * @param length how many forks there are
     * @param prefixes its first forks, as many as {@link #DEPTHS} says: a 1 and then a bit for each
     */
    @SuppressWarnings("ArrayRecordComponent") // read where they lie, never compared
    public record Path(int length, int[] prefixes) {
        static final int[] DEPTHS = {4, 6, 8, 10, 13, 32};
        private static final Path NONE = of("");

        private static Path of(String forks) {
            int[] prefixes = new int[DEPTHS.length];
            for (int d = 0; d < DEPTHS.length; d++) {
                int bits = 1;
                for (int i = 0; i < Math.min(DEPTHS[d], forks.length()); i++) {
                    bits = bits << 1 | forks.charAt(i) & 1;
                }
                prefixes[d] = bits;
            }
            return new Path(forks.length(), prefixes);
        }
    }

    private final Path[] paths;
    private final short[][] coarser;
    private final HashedTable clusters;
    private final HashedTable vectors;
    private final HashedTable names;

    private Lexicon(DataInputStream in) throws IOException {
        paths = new Path[in.readInt()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = Path.of(in.readUTF());
        }
        coarser = new short[in.readInt()][GRAINS];
        for (short[] grains : coarser) {
            for (int g = 0; g < GRAINS; g++) {
                grains[g] = in.readShort();
            }
        }
        clusters = HashedTable.read(in);
        vectors = HashedTable.read(in);
        names = HashedTable.read(in);
    }

    public static Lexicon shipped() {
        return SHIPPED;
    }

    private static Lexicon load() {
        String resource = "lexicon.gz";
        try (var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
            return new Lexicon(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The way to the word from the root of the tree of clusters; of length 0 where the word is not known. */
    public Path path(String lowerCase) {
        int cluster = clusters.get(HashedTable.hash(HashedTable.start(), lowerCase));
        return cluster == HashedTable.ABSENT ? Path.NONE : paths[cluster];
    }

    /** The cluster of the word's vector in each clustering, from fine to coarse; null where it has none. */
    short @Nullable [] vector(String word, String lowerCase) {
        int fine = vectors.get(HashedTable.hash(HashedTable.start(), word));
        if (fine == HashedTable.ABSENT) {
            fine = vectors.get(HashedTable.hash(HashedTable.start(), lowerCase));
        }
        return fine == HashedTable.ABSENT ? null : coarser[fine];
    }

    /** The kinds of thing that bear the name, one bit each, by the {@linkplain HashedTable#hash hash} of its tokens with a space between; 0 for none. */
    int kinds(long name) {
        return Math.max(names.get(name), 0);
    }

    /** Whether any thing bears the name. */
    boolean knows(List<String> tokens) {
        return kinds(HashedTable.hash(HashedTable.start(), String.join(" ", tokens))) != 0;
    }
}
