package io.newsfold.lab.stories;

import io.newsfold.enrich.fingerprint.Terms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** MinHash with locality-sensitive hashing over runs of five words; stories are the connected components. */
final class MinHashClustering implements Rival {
    private static final int HASHES = 128;
    private static final int ROWS = 4;
    private static final int WORDS = 5;
    private static final double DAYS = 7;

    private final long[] factors =
            new Random(1).longs(2 * HASHES).map(x -> x | 1).toArray();

    @Override
    public String name() {
        return "MinHash-LSH, 128 hashes of 5 words";
    }

    @Override
    public List<Double> thresholds() {
        return List.of(0.02, 0.05, 0.1, 0.2, 0.3, 0.5);
    }

    @Override
    public Map<String, String> stories(List<LabelledArticle> articles, double threshold) {
        Map<String, String> up = new HashMap<>();
        Map<Long, LabelledArticle> lastInBucket = new HashMap<>();
        Map<String, long[]> signatures = new HashMap<>();
        for (LabelledArticle article : articles) {
            long[] signature = signature(article);
            signatures.put(article.id(), signature);
            up.put(article.id(), article.id());
            for (int band = 0; band < HASHES / ROWS; band++) {
                long[] rows = Arrays.copyOfRange(signature, band * ROWS, (band + 1) * ROWS);
                LabelledArticle other = lastInBucket.put(31L * Arrays.hashCode(rows) + band, article);
                if (other != null
                        && article.day() - other.day() <= DAYS
                        && agreement(signature, signatures.getOrDefault(other.id(), signature)) >= threshold) {
                    up.put(root(up, article.id()), root(up, other.id()));
                }
            }
        }
        Map<String, String> stories = new HashMap<>();
        articles.forEach(article -> stories.put(article.id(), root(up, article.id())));
        return stories;
    }

    private static String root(Map<String, String> up, String id) {
        String at = id;
        while (!at.equals(up.getOrDefault(at, at))) {
            at = up.getOrDefault(at, at);
        }
        return at;
    }

    private long[] signature(LabelledArticle article) {
        List<String> words = Terms.of(article.text(), article.fingerprint().language());
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i + WORDS <= words.size(); i++) {
            long shingle = words.subList(i, i + WORDS).hashCode();
            for (int h = 0; h < HASHES; h++) {
                long hash = shingle * factors[2 * h] + factors[2 * h + 1];
                least[h] = Math.min(least[h], hash ^ hash >>> 32);
            }
        }
        return least;
    }

    private static double agreement(long[] one, long[] other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }
}
