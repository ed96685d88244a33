package io.newsfold.lab.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over the articles: each joins the story that it resembles most, if enough, else begins one. The cosine of
 * weighted words counts less with every day since the story's last article; after a week a story ends.
 */
final class OnePassClustering implements Rival {
    private static final double DAYS = 7;
    private static final double DAMPING_DAYS = 5;

    /** What of a story an article is compared with. */
    enum Linkage {
        AVERAGE("average link"),
        CENTROID("centroid"),
        NEAREST("nearest neighbour");

        private final String title;

        Linkage(String title) {
            this.title = title;
        }
    }

    private final Linkage linkage;

    OnePassClustering(Linkage linkage) {
        this.linkage = linkage;
    }

    @Override
    public String name() {
        return linkage.title;
    }

    @Override
    public List<Double> thresholds() {
        return List.of(0.08, 0.1, 0.12, 0.14, 0.167, 0.2, 0.23, 0.26, 0.3, 0.35, 0.4, 0.45, 0.5);
    }

    @Override
    public Map<String, String> stories(List<LabelledArticle> articles, double threshold) {
        List<OpenStory> open = new ArrayList<>();
        Map<String, String> stories = new HashMap<>();
        for (LabelledArticle article : articles) {
            open.removeIf(story -> article.day() - story.last > DAYS);
            Map<String, Double> vector = article.vector();
            OpenStory best = null;
            double most = threshold;
            for (OpenStory story : open) {
                double similarity =
                        story.similarity(vector, linkage) * Math.exp(-(article.day() - story.last) / DAMPING_DAYS);
                if (similarity >= most) {
                    most = similarity;
                    best = story;
                }
            }
            if (best == null) {
                best = new OpenStory(article.id());
                open.add(best);
            }
            best.add(vector, article.day());
            stories.put(article.id(), best.id);
        }
        return stories;
    }

    /** A story that may grow. */
    private static final class OpenStory {
        private final String id;
        private final List<Map<String, Double>> members = new ArrayList<>();
        private final Map<String, Double> sum = new HashMap<>();
        private double last;

        OpenStory(String id) {
            this.id = id;
        }

        void add(Map<String, Double> vector, double day) {
            members.add(vector);
            vector.forEach((term, weight) -> sum.merge(term, weight, Double::sum));
            last = day;
        }

        double similarity(Map<String, Double> vector, Linkage linkage) {
            return switch (linkage) {
                case AVERAGE -> product(vector, sum) / members.size();
                case CENTROID -> product(vector, sum) / Math.sqrt(product(sum, sum));
                case NEAREST ->
                    product(vector, sum) == 0
                            ? 0
                            : members.stream()
                                    .mapToDouble(member -> product(vector, member))
                                    .max()
                                    .orElse(0);
            };
        }

        private static double product(Map<String, Double> one, Map<String, Double> other) {
            double product = 0;
            for (Map.Entry<String, Double> term : one.entrySet()) {
                product += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
            }
            return product;
        }
    }
}
