package io.newsfold.lab.stories;

import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code newsfold bench stories FILE…}: the stories of labelled news by the clustering of the job and by four others,
 * each of these with the one threshold that suits it best over all sets. Prints BCubed F1 / pairwise F1.
 */
public final class StoryRivals {
    private static final List<Rival> RIVALS = List.of(
            new OnePassClustering(OnePassClustering.Linkage.AVERAGE),
            new OnePassClustering(OnePassClustering.Linkage.CENTROID),
            new OnePassClustering(OnePassClustering.Linkage.NEAREST),
            new MinHashClustering());

    private StoryRivals() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, NewsPairs> sets = read(arguments);
        Map<String, Map<String, StoryScores>> table = new LinkedHashMap<>();
        table.put(
                "Newsfold",
                scores(sets, news -> news.stories(Thresholds.DEFAULT, (article, pair) -> pair.storyScore())));
        for (Rival rival : RIVALS) {
            Map<String, StoryScores> best = Map.of();
            double threshold = 0;
            for (double tried : rival.thresholds()) {
                Map<String, StoryScores> scores = scores(sets, news -> rival.stories(news.articles(), tried));
                if (mean(scores) > mean(best)) {
                    best = scores;
                    threshold = tried;
                }
            }
            table.put(rival.name() + " (" + threshold + ")", best);
        }
        System.out.println("| | " + String.join(" | ", sets.keySet()) + " |");
        System.out.println("|---".repeat(sets.size() + 1) + "|");
        table.forEach((name, scores) -> System.out.println("| " + name + " | "
                + scores.values().stream()
                        .map(s -> String.format("%.3f / %.3f", s.bcubed(), s.pairwise()))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    /** The sets of some files, each a stream of its own. */
    static Map<String, NewsPairs> read(String[] files) throws IOException {
        Map<String, List<LabelledArticle>> articles = new TreeMap<>();
        for (String file : files) {
            for (LabelledArticle article : LabelledNews.read(Path.of(file))) {
                articles.computeIfAbsent(article.set(), s -> new ArrayList<>()).add(article);
            }
        }
        Map<String, NewsPairs> sets = new LinkedHashMap<>();
        for (Map.Entry<String, List<LabelledArticle>> set : articles.entrySet()) {
            set.getValue().sort(Comparator.comparing(LabelledArticle::position));
            sets.put(set.getKey(), NewsPairs.of(set.getValue()));
        }
        return sets;
    }

    /** A way to find stories. */
    interface Clustering {
        Map<String, String> stories(NewsPairs news);
    }

    static Map<String, StoryScores> scores(Map<String, NewsPairs> sets, Clustering clustering) {
        Map<String, StoryScores> scores = new LinkedHashMap<>();
        sets.forEach((name, news) -> {
            Map<String, String> stories = clustering.stories(news);
            scores.put(name, StoryScores.of(news.articles(), id -> stories.getOrDefault(id, id)));
        });
        return scores;
    }

    /** The mean of pairwise F1. */
    static double mean(Map<String, StoryScores> scores) {
        return scores.values().stream()
                .mapToDouble(StoryScores::pairwise)
                .average()
                .orElse(0);
    }

    /** The labelled pairs of a set: of two articles whose stories are both told. */
    static Stream<LabelledPair> pairs(NewsPairs news) {
        List<LabelledPair> pairs = new ArrayList<>();
        for (int i = 0; i < news.articles().size(); i++) {
            LabelledArticle article = news.articles().get(i);
            for (CandidatePair pair : news.pairs(i)) {
                LabelledArticle other = news.article(pair.other().id());
                if (article.story() != null && other.story() != null) {
                    pairs.add(new LabelledPair(article, other, article.story().equals(other.story())));
                }
            }
        }
        return pairs.stream();
    }

    /** Two articles, and whether people told one story of them. */
    record LabelledPair(LabelledArticle later, LabelledArticle earlier, boolean isOneStory) {}
}
