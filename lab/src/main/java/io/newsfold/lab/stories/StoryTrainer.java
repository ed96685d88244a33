package io.newsfold.lab.stories;

import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.PairExplanation;
import io.newsfold.enrich.match.Thresholds;
import io.newsfold.lab.stories.StoryRivals.LabelledPair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code newsfold bench train-stories FILE…}: learns the weights of the story score by logistic regression on pairs of
 * labelled news, each set left out in turn, and prints what the stories of the set left out are worth with them, beside
 * the weights that ship: BCubed F1 / pairwise F1. Last, the weights of all sets together.
 */
public final class StoryTrainer {
    private static final List<String> FEATURES = List.of(
            "words (cosine)",
            "headlines (cosine)",
            "names (cosine)",
            "figures (cosine)",
            "headline words in the other text",
            "part that comes from one word alone",
            "a brief report with other figures");

    private static final List<Double> THRESHOLDS = List.of(0.12, 0.16, 0.2, 0.25, 0.3);
    private static final double DAMPING_DAYS = 6;
    private static final double FLOOR = 0.1;

    private final Map<String, NewsPairs> sets;
    private final Map<List<String>, double[]> features = new HashMap<>();
    private final Map<List<String>, Double> likelihoods = new HashMap<>();

    private StoryTrainer(Map<String, NewsPairs> sets) {
        this.sets = sets;
    }

    public static void main(String[] arguments) throws IOException {
        StoryTrainer trainer = new StoryTrainer(StoryRivals.read(arguments));
        if (trainer.sets.size() < 2) {
            throw new IllegalArgumentException(
                    "to leave one set out, two are needed; there is " + trainer.sets.keySet());
        }
        System.out.println("| left out | learned on the others | threshold | as shipped |");
        System.out.println("|---|---|---|---|");
        Map<String, StoryScores> learned = new LinkedHashMap<>();
        for (String left : trainer.sets.keySet()) {
            learned.put(left, trainer.leaveOut(left));
        }
        System.out.printf("mean pairwise F1 %.3f%n", StoryRivals.mean(learned));
        double[] weights = trainer.learn(trainer.sets);
        System.out.printf("weights of all sets: constant %.2f%n", weights[0]);
        for (int i = 0; i < FEATURES.size(); i++) {
            System.out.printf("  %.2f  %s%s%n", weights[i + 1], i == 0 ? "logarithm of " : "", FEATURES.get(i));
        }
    }

    private StoryScores leaveOut(String left) {
        Map<String, NewsPairs> others = new LinkedHashMap<>(sets);
        others.remove(left);
        double[] weights = learn(others);
        likelihoods.clear();
        double best = THRESHOLDS.get(0);
        double most = -1;
        for (double threshold : THRESHOLDS) {
            double mean = StoryRivals.mean(StoryRivals.scores(others, news -> stories(news, weights, threshold)));
            if (mean > most) {
                most = mean;
                best = threshold;
            }
        }
        double threshold = best;
        NewsPairs news = Objects.requireNonNull(sets.get(left));
        StoryScores learned = StoryScores.of(news.articles(), stories(news, weights, threshold)::get);
        StoryScores shipped = StoryScores.of(
                news.articles(), news.stories(Thresholds.DEFAULT, (article, pair) -> pair.storyScore())::get);
        System.out.printf(
                "| %s | %.3f / %.3f | %.2f | %.3f / %.3f |%n",
                left, learned.bcubed(), learned.pairwise(), threshold, shipped.bcubed(), shipped.pairwise());
        return learned;
    }

    private Map<String, String> stories(NewsPairs news, double[] weights, double threshold) {
        Thresholds thresholds = new Thresholds(
                Thresholds.DEFAULT.copy(), threshold, Thresholds.DEFAULT.copyDays(), Thresholds.DEFAULT.storyDays());
        return news.stories(thresholds, (article, pair) -> score(news, article, pair, weights));
    }

    private double score(NewsPairs news, LabelledArticle article, CandidatePair pair, double[] weights) {
        if (pair.storyScore() == 0) {
            return 0; // one form that is filled in anew, or too far apart
        }
        LabelledArticle other = news.article(pair.other().id());
        double likelihood = likelihoods.computeIfAbsent(
                List.of(article.id(), other.id()), key -> likelihood(features(article, other), weights));
        double score = likelihood * Math.exp(-Math.abs(article.day() - other.day()) / DAMPING_DAYS);
        return score < FLOOR ? 0 : Math.round(score * 1e6) / 1e6;
    }

    /** The weights, that of the constant first; by gradient descent with a slight penalty on large ones. */
    private double[] learn(Map<String, NewsPairs> from) {
        List<double[]> inputs = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (NewsPairs news : from.values()) {
            StoryRivals.pairs(news).forEach((LabelledPair pair) -> {
                inputs.add(features(pair.later(), pair.earlier()));
                labels.add(pair.isOneStory());
            });
        }
        double[] weights = new double[FEATURES.size() + 1];
        double rate = 2;
        for (int round = 0; round < 5_000; round++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < inputs.size(); i++) {
                double error = (labels.get(i) ? 1 : 0) - likelihood(inputs.get(i), weights);
                gradient[0] += error;
                for (int f = 0; f < FEATURES.size(); f++) {
                    gradient[f + 1] += error * inputs.get(i)[f];
                }
            }
            for (int w = 0; w < weights.length; w++) {
                double penalty = w == 0 ? 0 : 1e-4 * weights[w];
                weights[w] += rate * (gradient[w] / inputs.size() - penalty);
            }
        }
        return weights;
    }

    private static double likelihood(double[] input, double[] weights) {
        double sum = weights[0];
        for (int f = 0; f < input.length; f++) {
            sum += weights[f + 1] * input[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private double[] features(LabelledArticle one, LabelledArticle other) {
        return features.computeIfAbsent(List.of(one.id(), other.id()), key -> {
            Map<String, Double> signals = new HashMap<>();
            PairExplanation.of(one.fingerprint(), other.fingerprint())
                    .storySignals()
                    .forEach(signal -> signals.put(signal.name(), signal.value()));
            double[] values = FEATURES.stream()
                    .mapToDouble(name -> signals.getOrDefault(name, 0.0))
                    .toArray();
            values[0] = Math.log(Math.max(1e-6, values[0]));
            return values;
        });
    }
}
