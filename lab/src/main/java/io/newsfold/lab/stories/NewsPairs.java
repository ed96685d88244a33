package io.newsfold.lab.stories;

import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.InMemoryClusterStore;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.InMemoryFingerprintArchive;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.match.SearchableFingerprint;
import io.newsfold.enrich.match.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Labelled articles in canonical order with the pairs that the job finds for each among the earlier ones. */
final class NewsPairs {
    private final List<LabelledArticle> articles;
    private final List<List<CandidatePair>> pairs = new ArrayList<>();
    private final Map<String, LabelledArticle> byId = new HashMap<>();

    private NewsPairs(List<LabelledArticle> articles) {
        this.articles = articles;
    }

    static NewsPairs of(List<LabelledArticle> articles) throws IOException {
        NewsPairs news = new NewsPairs(articles);
        Path folder = Files.createTempDirectory("newsfold-stories");
        MatchIndex index = new MatchIndex(new InMemoryFingerprintArchive(), folder, Integer.MAX_VALUE);
        for (LabelledArticle article : articles) {
            SearchableFingerprint searchable = SearchableFingerprint.of(article.fingerprint(), news.pairs.size());
            news.pairs.add(index.pairs(searchable));
            index.put(searchable);
            news.byId.put(article.id(), article);
        }
        return news;
    }

    List<LabelledArticle> articles() {
        return articles;
    }

    /** The pairs of an article with earlier ones. */
    List<CandidatePair> pairs(int article) {
        return pairs.get(article);
    }

    LabelledArticle article(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    /**
     * The stories by the clustering of the job: the story of each article by its id.
     *
     * @param storyScore of the article and one of its pairs, in place of the pair's own
     */
    Map<String, String> stories(Thresholds thresholds, BiFunction<LabelledArticle, CandidatePair, Double> storyScore) {
        InMemoryClusterStore store = new InMemoryClusterStore();
        IncrementalClustering clustering = new IncrementalClustering(store, thresholds);
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            List<CandidatePair> scored = pairs.get(i).stream()
                    .map(pair -> new CandidatePair(
                            pair.other(),
                            pair.version(),
                            pair.otherVersion(),
                            pair.copyScore(),
                            storyScore.apply(article, pair),
                            pair.rareNames(),
                            pair.evidence()))
                    .toList();
            clustering.arrive(
                    ClusteredArticle.undecided(
                            article.position(),
                            i,
                            article.fingerprint().language(),
                            article.fingerprint().headline(),
                            article.fingerprint().joinsOnly(),
                            0),
                    scored);
        }
        Map<String, String> stories = new HashMap<>();
        articles.forEach(article -> stories.put(
                article.id(),
                Objects.requireNonNull(store.article(article.id()).orElseThrow().decision())
                        .story()));
        return stories;
    }
}
