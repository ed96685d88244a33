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
 * Knowledge of words and names from large text collections: for each word its Brown cluster and the clusters of its
 * vector, and for 1.6 million names the kinds of entity that have them. Packed by {@code LexiconPacker} from the lexica
 * of NLP4J (Apache-2.0). Immutable.
 */
public final class Lexicon {
    /** The longest name that the lexicon has, in tokens. */
    public static final int LONGEST = 8;

    /** How many kinds of name the lexicon tells apart. */
    static final int KINDS = 16;

    /** How many clusterings of vectors there are: with 3,000, 1,000, 300 and 100 clusters. */
    static final int GRAINS = 4;

    /** The clustering with 1,000 clusters. */
    static final int MEDIUM_GRAIN = 1;

    /** The clustering with 300 clusters. */
    static final int COARSE_GRAIN = 2;

    private static final String RESOURCE = "lexicon.gz";
    private static final String OTHER_NAMES = "names/other-scripts.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Lexicon SHIPPED = load();

    private final ClusterPath[] paths;
    private final short[][] vectorClusters; // for each finest cluster, the cluster that it is in at each grain
    private final HashedTable pathByWord;
    private final HashedTable finestClusterByWord;
    private final HashedTable kindsByName;
    private final HashedTable kindsByOtherName = readOtherNames();

    private Lexicon(DataInputStream in) throws IOException {
        paths = new ClusterPath[in.readInt()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = ClusterPath.of(in.readUTF());
        }
        vectorClusters = new short[in.readInt()][GRAINS];
        for (short[] clusters : vectorClusters) {
            for (int grain = 0; grain < GRAINS; grain++) {
                clusters[grain] = in.readShort();
            }
        }
        pathByWord = HashedTable.read(in);
        finestClusterByWord = HashedTable.read(in);
        kindsByName = HashedTable.read(in);
    }

    /** The lexicon that we ship, which is in memory once. */
    public static Lexicon shipped() {
        return SHIPPED;
    }

    private static Lexicon load() {
        try (var in = open(RESOURCE)) {
            return new Lexicon(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    private static DataInputStream open(String resource) throws IOException {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, BUFFER_BYTES), BUFFER_BYTES));
    }

    /** Names in other scripts, made by {@code NameTableMaker}. */
    private static HashedTable readOtherNames() {
        try (var in = open(OTHER_NAMES)) {
            return HashedTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + OTHER_NAMES, e);
        }
    }

    /** The path to the cluster of a word in small letters; an unknown one where the lexicon does not have the word. */
    public ClusterPath path(String lowerCase) {
        int path = pathByWord.get(HashedTable.hash(HashedTable.start(), lowerCase));
        return path == HashedTable.ABSENT ? ClusterPath.NONE : paths[path];
    }

    /** The cluster of the word's vector at each grain, from fine to coarse; null where it has no vector. */
    short @Nullable [] vectorClusters(String word, String lowerCase) {
        int finest = finestClusterByWord.get(HashedTable.hash(HashedTable.start(), word));
        if (finest == HashedTable.ABSENT) {
            finest = finestClusterByWord.get(HashedTable.hash(HashedTable.start(), lowerCase));
        }
        return finest == HashedTable.ABSENT ? null : vectorClusters[finest];
    }

    /**
     * The kinds of a name, a bit for each; 0 where the lexicon does not have it.
     *
     * @param nameHash the {@linkplain HashedTable#hash hash} of the tokens with a space between two
     */
    int kinds(long nameHash) {
        return Math.max(kindsByName.get(nameHash), 0);
    }

    /**
     * The kinds of a name in another script than the Latin one, a bit for each of {@link OtherNameKind}; 0 where the
     * lexicon does not have it.
     *
     * @param nameHash the {@linkplain HashedTable#hash hash} of the tokens with a space between two, or of characters
     *     without one
     */
    int kindsInOtherScripts(long nameHash) {
        return Math.max(kindsByOtherName.get(nameHash), 0);
    }

    boolean hasName(List<Token> tokens) {
        String name = String.join(" ", tokens.stream().map(Token::text).toList());
        return kinds(HashedTable.hash(HashedTable.start(), name)) != 0;
    }
}
