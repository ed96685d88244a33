package io.newsfold.lab.train;

import io.newsfold.enrich.tag.HashedTable;
import io.newsfold.enrich.tag.Lexicon;
import io.newsfold.enrich.tag.Token;
import io.newsfold.enrich.tag.Tokenizer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import java.util.zip.ZipFile;

/**
 * {@code newsfold bench pack-lexicon JAR}: packs the lexica of {@code edu.emory.mathcs.nlp:nlp4j-english:1.1.3}
 * (Apache-2.0) for {@link Lexicon}: Brown clusters, vectors, which are clustered here, and names with their kinds.
 */
public final class LexiconPacker {
    /** How many clusters of vectors there are, from fine to coarse. */
    private static final int[] CLUSTERS = {3000, 1000, 300, 100};

    /** How many vectors decide the finest clusters. */
    private static final int SAMPLE = 200_000;

    private static final int SEED = 1;

    private final NlpLexica lexica;
    private final DataOutputStream out;

    private LexiconPacker(NlpLexica lexica, DataOutputStream out) {
        this.lexica = lexica;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).resolve("lexicon.gz");
        try (ZipFile jar = new ZipFile(arguments[0]);
                var out = new DataOutputStream(new SmallestGzip(Files.newOutputStream(target)))) {
            new LexiconPacker(new NlpLexica(jar), out).pack();
        }
        System.err.printf("%s: %,d bytes%n", target, Files.size(target));
    }

    private void pack() throws IOException {
        SortedMap<String, String> pathByWord = longestPaths();
        List<String> paths = new ArrayList<>(new TreeSet<>(pathByWord.values()));
        out.writeInt(paths.size());
        for (String path : paths) {
            out.writeUTF(path);
        }
        Map<String, Integer> numbers = new HashMap<>();
        paths.forEach(path -> numbers.put(path, numbers.size()));
        SortedMap<Long, Integer> words = new TreeMap<>();
        pathByWord.forEach((word, path) -> words.put(key(word), numbers.get(path)));
        SortedMap<Long, Integer> vectors = new TreeMap<>();
        short[][] clustersByFinest = clusterVectors(vectors);
        out.writeInt(clustersByFinest.length);
        for (short[] clusters : clustersByFinest) {
            for (short cluster : clusters) {
                out.writeShort(cluster);
            }
        }
        HashedTable.write(words, out);
        HashedTable.write(vectors, out);
        HashedTable.write(names(), out);
        System.err.printf("%,d words in %,d clusters, %,d vectors%n", words.size(), paths.size(), vectors.size());
    }

    private SortedMap<String, String> longestPaths() throws IOException {
        SortedMap<String, String> longest = new TreeMap<>();
        for (Map.Entry<String, Set<String>> word : lexica.brownClusters().entrySet()) {
            String path = word.getValue().stream()
                    .max(Comparator.comparing(String::length))
                    .orElseThrow();
            longest.put(word.getKey(), path);
        }
        return longest;
    }

    private static long key(String text) {
        return HashedTable.key(HashedTable.hash(HashedTable.start(), text));
    }

    /**
     * Puts each word's finest cluster into the map, and returns, for each finest cluster, its clusters at each grain.
     */
    private short[][] clusterVectors(SortedMap<Long, Integer> finestByWord) throws IOException {
        SortedMap<String, float[]> byWord = new TreeMap<>(lexica.vectors());
        float[][] vectors = byWord.values().stream().map(SphericalKMeans::unit).toArray(float[][]::new);
        Random random = new Random(SEED);
        float[][] sample =
                random.ints(SAMPLE, 0, vectors.length).mapToObj(i -> vectors[i]).toArray(float[][]::new);
        float[][] centres = SphericalKMeans.centres(sample, CLUSTERS[0], random);
        int[] finest = SphericalKMeans.nearest(vectors, centres);
        int i = 0;
        for (String word : byWord.keySet()) {
            finestByWord.put(key(word), finest[i++]);
        }
        return coarser(centres, random);
    }

    private static short[][] coarser(float[][] centres, Random random) {
        short[][] clusters = new short[centres.length][CLUSTERS.length];
        for (int grain = 0; grain < CLUSTERS.length; grain++) {
            int[] parents = grain == 0
                    ? IntStream.range(0, centres.length).toArray()
                    : SphericalKMeans.nearest(centres, SphericalKMeans.centres(centres, CLUSTERS[grain], random));
            for (int c = 0; c < centres.length; c++) {
                clusters[c][grain] = (short) parents[c];
            }
        }
        return clusters;
    }

    /** Names by the key of their tokens, with a bit for each kind. */
    private SortedMap<Long, Integer> names() throws IOException {
        SortedMap<Long, Integer> names = new TreeMap<>();
        lexica.forEachName((name, kinds) -> {
            List<String> tokens =
                    Tokenizer.tokens(name).stream().map(Token::text).toList();
            if (tokens.size() <= Lexicon.LONGEST) {
                int bits = kinds.stream()
                        .mapToInt(kind -> 1 << Integer.parseInt(kind))
                        .reduce(0, (a, b) -> a | b);
                names.merge(key(String.join(" ", tokens)), bits, (a, b) -> a | b);
            }
        });
        System.err.printf("%,d names%n", names.size());
        return names;
    }
}
