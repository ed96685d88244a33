package io.newsfold.lab.train;

import io.newsfold.enrich.tag.HashedTable;
import io.newsfold.enrich.tag.Lexicon;
import io.newsfold.enrich.tag.Token;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * {@code newsfold bench pack-lexicon JAR}: packs the lexica of {@code edu.emory.mathcs.nlp:nlp4j-english:1.1.3} (Apache-2.0) for {@link Lexicon}: Brown
 * clusters, vectors, which are clustered here, and names with their kinds.
 */
public final class LexiconPacker {
    private static final String FOLDER = "edu/emory/mathcs/nlp/lexica/";
    private static final int[] GRAINS = {3000, 1000, 300, 100};
    private static final int SAMPLE = 200_000;
    private static final int ROUNDS = 12;

    private LexiconPacker() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).resolve("lexicon.gz");
        try (ZipFile jar = new ZipFile(arguments[0]);
                var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(target), 1 << 16) {
                    {
                        def.setLevel(9);
                    }
                })) {
            clusters(jar, out);
        }
        System.err.printf("%s: %,d bytes%n", target, Files.size(target));
    }

    private static void clusters(ZipFile jar, DataOutputStream out) throws IOException {
        SortedMap<String, String> longest = new TreeMap<>();
        Map<String, Set<String>> brown = read(jar, "en-brown-clusters-simplified-lowercase.xz");
        brown.forEach((word, paths) -> longest.put(
                word, paths.stream().max(Comparator.comparing(String::length)).orElseThrow()));
        List<String> paths = new ArrayList<>(new TreeSet<>(longest.values()));
        out.writeInt(paths.size());
        for (String path : paths) {
            out.writeUTF(path);
        }
        Map<String, Integer> index = new HashMap<>();
        paths.forEach(path -> index.put(path, index.size()));
        SortedMap<Long, Integer> words = new TreeMap<>();
        longest.forEach((word, path) -> words.put(key(word), index.get(path)));
        SortedMap<Long, Integer> vectors = new TreeMap<>();
        short[][] coarser = vectors(jar, vectors);
        out.writeInt(coarser.length);
        for (short[] grains : coarser) {
            for (short grain : grains) {
                out.writeShort(grain);
            }
        }
        HashedTable.write(words, out);
        HashedTable.write(vectors, out);
        HashedTable.write(names(jar), out);
        System.err.printf("%,d words in %,d clusters, %,d vectors%n", words.size(), paths.size(), vectors.size());
    }

    private static long key(String text) {
        return HashedTable.key(HashedTable.hash(HashedTable.start(), text));
    }

    /** Puts each word's finest cluster into the map; returns, for each finest cluster, its clusters from fine to coarse. */
    private static short[][] vectors(ZipFile jar, SortedMap<Long, Integer> clusters) throws IOException {
        Map<String, float[]> read = read(jar, "en-word-embeddings-undigitalized.xz");
        SortedMap<String, float[]> vectors = new TreeMap<>(read);
        float[][] rows = vectors.values().stream().map(LexiconPacker::unit).toArray(float[][]::new);
        Random random = new Random(1);
        float[][] sample =
                random.ints(SAMPLE, 0, rows.length).mapToObj(i -> rows[i]).toArray(float[][]::new);
        float[][] fine = means(sample, GRAINS[0], random);
        int[] finest = nearest(rows, fine);
        int i = 0;
        for (String word : vectors.keySet()) {
            clusters.put(key(word), finest[i++]);
        }
        short[][] coarser = new short[fine.length][GRAINS.length];
        for (int g = 0; g < GRAINS.length; g++) {
            int[] parents =
                    g == 0 ? IntStream.range(0, fine.length).toArray() : nearest(fine, means(fine, GRAINS[g], random));
            for (int c = 0; c < fine.length; c++) {
                coarser[c][g] = (short) parents[c];
            }
        }
        return coarser;
    }

    /** The centres of clusters by spherical k-means (Dhillon and Modha, Machine Learning 42, 2001). */
    private static float[][] means(float[][] rows, int count, Random random) {
        float[][] centres = random.ints(count, 0, rows.length)
                .mapToObj(i -> rows[i].clone())
                .toArray(float[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            int[] nearest = nearest(rows, centres);
            float[][] sums = new float[count][rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                for (int d = 0; d < rows[i].length; d++) {
                    sums[nearest[i]][d] += rows[i][d];
                }
            }
            for (int c = 0; c < count; c++) {
                centres[c] = unit(sums[c]);
            }
        }
        return centres;
    }

    private static int[] nearest(float[][] rows, float[][] centres) {
        return Arrays.stream(rows)
                .parallel()
                .mapToInt(row -> {
                    int best = 0;
                    float closest = -2;
                    for (int c = 0; c < centres.length; c++) {
                        float product = 0;
                        float[] centre = centres[c];
                        for (int d = 0; d < row.length; d++) {
                            product += row[d] * centre[d];
                        }
                        if (product > closest) {
                            closest = product;
                            best = c;
                        }
                    }
                    return best;
                })
                .toArray();
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float[] unit = new float[vector.length];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = (float) (vector[d] / Math.max(Math.sqrt(square), 1e-6));
        }
        return unit;
    }

    /** Names by the key of their tokens, with a bit for each kind. */
    private static SortedMap<Long, Integer> names(ZipFile jar) throws IOException {
        PrefixTree tree = read(jar, "en-named-entity-gazetteers-simplified.xz");
        SortedMap<Long, Integer> names = new TreeMap<>();
        tree.n_root.walk("", (name, kinds) -> {
            List<String> tokens = Token.of(name).stream().map(Token::text).toList();
            if (tokens.size() <= Lexicon.LONGEST) {
                int mask = kinds.stream()
                        .mapToInt(kind -> 1 << Integer.parseInt(kind))
                        .reduce(0, (a, b) -> a | b);
                names.merge(key(String.join(" ", tokens)), mask, (a, b) -> a | b);
            }
        });
        System.err.printf("%,d names%n", names.size());
        return names;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "BanSerializableRead"
    }) // a file that the user chose to fetch
    private static <T> T read(ZipFile jar, String file) throws IOException {
        try (InputStream in = new XZInputStream(jar.getInputStream(jar.getEntry(FOLDER + file)));
                var objects = new OurClasses(in)) {
            return (T) objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(file, e);
        }
    }

    /** Reads the tree of names into the two classes below. */
    private static final class OurClasses extends ObjectInputStream {
        OurClasses(InputStream in) throws IOException {
            super(new java.io.BufferedInputStream(in, 1 << 16));
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass read = super.readClassDescriptor();
            String name = read.getName();
            if (name.endsWith(".PrefixTree")) {
                return ObjectStreamClass.lookup(PrefixTree.class);
            }
            return name.endsWith(".PrefixNode") ? ObjectStreamClass.lookup(PrefixNode.class) : read;
        }
    }

    /** The shape that the tree of names has in its file. */
    @SuppressWarnings("NullAway.Init")
    private static final class PrefixTree implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private PrefixNode n_root; // the name in the file
    }

    /** A token of a name, what may follow it, and the kinds of the name that ends here. */
    @SuppressWarnings("NullAway.Init")
    private static final class PrefixNode extends HashMap<String, PrefixNode> {
        @Serial
        private static final long serialVersionUID = 1;

        private Object value; // the kinds, or null

        @SuppressWarnings("unchecked")
        void walk(String name, java.util.function.BiConsumer<String, Set<String>> each) {
            if (value != null) {
                each.accept(name, (Set<String>) value);
            }
            forEach((token, node) -> node.walk(name.isEmpty() ? token : name + " " + token, each));
        }
    }
}
