package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.FormerText;
import io.newsfold.desk.index.IndexQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article with what its page tells of it.
 *
 * @param origins where each field came from, by name
 * @param revisions the changes from each version to the next, the last first
 */
public record ArticlePage(
        EnrichedArticle enriched, MarkedText text, Map<String, Origin> origins, List<Revision> revisions) {
    /**
     * A version against the one before.
     *
     * @param diff null where the desk did not see one of the two texts
     */
    public record Revision(
            CleanArticle.Version version,
            @Nullable String headlineBefore,
            @Nullable SentenceDiff diff) {}

    static ArticlePage of(EnrichedArticle enriched, IndexQueries newsroom) {
        CleanArticle article = enriched.article();
        return new ArticlePage(
                enriched,
                MarkedText.of(article.text().articleBody(), article.entities()),
                origins(article.fields()),
                revisions(article, newsroom));
    }

    public CleanArticle article() {
        return enriched.article();
    }

    private static List<Revision> revisions(CleanArticle article, IndexQueries newsroom) {
        int last = article.versions().size();
        FormerText after =
                new FormerText(last, article.text().headline(), article.text().articleBody());
        List<Revision> revisions = new ArrayList<>();
        Optional<FormerText> later = Optional.of(after);
        for (int revision = last; revision > 1; revision--) {
            Optional<FormerText> before = newsroom.version(article.id(), revision - 1);
            boolean both = before.isPresent() && later.isPresent();
            revisions.add(new Revision(
                    article.versions().get(revision - 1),
                    both && !before.get().headline().equals(later.get().headline())
                            ? before.get().headline()
                            : null,
                    both
                            ? SentenceDiff.between(
                                    before.get().articleBody(), later.get().articleBody())
                            : null));
            later = before;
        }
        return revisions;
    }

    private static Map<String, Origin> origins(CleanArticle.Fields fields) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        put(origins, "headline", fields.headline());
        put(origins, "author", fields.author());
        put(origins, "datePublished", fields.datePublished());
        put(origins, "dateModified", fields.dateModified());
        put(origins, "publisher", fields.publisher());
        put(origins, "inLanguage", fields.inLanguage());
        put(origins, "articleBody", fields.articleBody());
        return origins;
    }

    private static void put(Map<String, Origin> origins, String name, @Nullable Origin origin) {
        if (origin != null) {
            origins.put(name, origin);
        }
    }
}
