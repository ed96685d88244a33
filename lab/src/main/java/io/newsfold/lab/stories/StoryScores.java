package io.newsfold.lab.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How well found stories agree with those that people told.
 *
 * @param articles number of articles with a story told
 * @param bcubed F1 of BCubed precision and recall, 0.0 to 1.0
 * @param pairwise F1 of pairs of one story, 0.0 to 1.0
 */
record StoryScores(int articles, double bcubed, double pairwise) {
    /** @param found the story found of an article, by its id */
    static StoryScores of(List<LabelledArticle> all, Function<String, String> found) {
        List<LabelledArticle> told = all.stream().filter(a -> a.story() != null).toList();
        Map<String, Integer> ofTold = new HashMap<>();
        Map<String, Integer> ofFound = new HashMap<>();
        Map<List<String>, Integer> ofBoth = new HashMap<>();
        for (LabelledArticle article : told) {
            String story = String.valueOf(article.story());
            ofTold.merge(story, 1, Integer::sum);
            ofFound.merge(found.apply(article.id()), 1, Integer::sum);
            ofBoth.merge(List.of(story, found.apply(article.id())), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<List<String>, Integer> both : ofBoth.entrySet()) {
            double squared = (double) both.getValue() * both.getValue();
            recall += squared / ofTold.getOrDefault(both.getKey().get(0), 1);
            precision += squared / ofFound.getOrDefault(both.getKey().get(1), 1);
        }
        double rightPairs = pairs(ofBoth);
        return new StoryScores(
                told.size(),
                f1(precision / told.size(), recall / told.size()),
                f1(rightPairs / Math.max(1, pairs(ofFound)), rightPairs / Math.max(1, pairs(ofTold))));
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1) / 2.0)
                .sum();
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
