package io.newsfold.lab.train;

import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints how well probabilities choose the gold text, by shingles of four tokens. */
final class BodyScores {
    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHINGLE = 4;
    private static final double KEPT = 0.5;
    private static final int WORST_SAMPLES = 40;
    private static final int WORST_BLOCKS = 4;
    private static final int EXCERPT_CHARS = 120;

    private BodyScores() {}

    /**
     * The score of one sample, all 0.0 to 1.0.
     *
     * @param isEmpty whether nothing was kept; the precision is 0 then
     */
    private record Score(double precision, double recall, boolean isEmpty) {
        double f1() {
            return harmonicMean(precision, recall);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    private record ScoredSample(BodySample sample, double[] probabilities, Score score) {}

    private static double harmonicMean(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * Prints the means over each data set. Samples of which nothing was kept do not count for the precision.
     *
     * @param what is measured
     * @param probabilities of the blocks, by sample
     */
    static void print(String what, List<BodySample> samples, double[][] probabilities) {
        Map<String, List<Score>> bySet = new LinkedHashMap<>();
        for (int k = 0; k < samples.size(); k++) {
            if (samples.get(k).gold().isEmpty()) {
                continue;
            }
            bySet.computeIfAbsent(samples.get(k).set(), s -> new ArrayList<>())
                    .add(score(samples.get(k), probabilities[k]));
        }
        bySet.forEach((set, scores) -> {
            double precision = scores.stream().mapToDouble(Score::precision).sum()
                    / scores.stream().filter(s -> !s.isEmpty()).count();
            double recall = scores.stream().mapToDouble(Score::recall).sum() / scores.size();
            double pageF1 = scores.stream().mapToDouble(Score::f1).sum() / scores.size();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %-12s F1 %.3f  P %.3f  R %.3f  page F1 %.3f%n",
                    what,
                    set,
                    harmonicMean(precision, recall),
                    precision,
                    recall,
                    pageF1);
        });
    }

    private static Score score(BodySample sample, double[] probabilities) {
        String body = IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] > KEPT)
                .mapToObj(i -> sample.blocks().get(i).text())
                .collect(Collectors.joining("\n"));
        Map<List<String>, Integer> gold = shingles(sample.gold());
        Map<List<String>, Integer> found = shingles(body);
        double hits = found.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), gold.getOrDefault(e.getKey(), 0)))
                .sum();
        double kept = found.values().stream().mapToInt(i -> i).sum();
        double wanted = gold.values().stream().mapToInt(i -> i).sum();
        return new Score(kept == 0 ? 0 : hits / kept, wanted == 0 ? 0 : hits / wanted, kept == 0);
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).toList();
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, tokens.size() - SHINGLE + 1) && !tokens.isEmpty(); i++) {
            shingles.merge(tokens.subList(i, Math.min(tokens.size(), i + SHINGLE)), 1, Integer::sum);
        }
        return shingles;
    }

    /** Prints the samples with the lowest F1, and the longest blocks of each that are on the wrong side. */
    static void printWorst(List<BodySample> samples, double[][] probabilities) {
        IntStream.range(0, samples.size())
                .filter(k -> !samples.get(k).gold().isEmpty())
                .mapToObj(k ->
                        new ScoredSample(samples.get(k), probabilities[k], score(samples.get(k), probabilities[k])))
                .sorted(Comparator.comparingDouble(s -> s.score().f1()))
                .limit(WORST_SAMPLES)
                .forEach(BodyScores::print);
    }

    private static void print(ScoredSample scored) {
        BodySample sample = scored.sample();
        double[] probabilities = scored.probabilities();
        System.out.printf(
                Locale.ROOT,
                "worst %s %s P %.2f R %.2f gold %.2f%n",
                sample.set(),
                sample.id(),
                scored.score().precision(),
                scored.score().recall(),
                score(sample, sample.labelsAsProbabilities()).f1());
        IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] > KEPT != sample.labels()[i])
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer i) -> -sample.blocks().get(i).words()))
                .limit(WORST_BLOCKS)
                .forEach(i -> System.out.printf(
                        Locale.ROOT,
                        "    %s %.2f block %d of %d: %s%n",
                        sample.labels()[i] ? "missed" : "wrong",
                        probabilities[i],
                        i,
                        probabilities.length,
                        TextNormalizer.cut(sample.blocks().get(i).text(), EXCERPT_CHARS)));
    }
}
