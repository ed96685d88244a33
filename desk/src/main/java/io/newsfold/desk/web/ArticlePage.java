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
 * An article with the content of its page.
 *
 * @param enriched its record
 * @param text its text with the mentions of entities
 * @param origins the origin of each field, by name
 * @param revisions the changes from each version to the next, the last first
 */
public record ArticlePage(
        EnrichedArticle enriched, MarkedText text, Map<String, Origin> origins, List<Revision> revisions)
        implements HtmlPage {
    /**
     * A version compared with the one before.
     *
     * @param version the later version
     * @param headlineBefore the earlier headline; null where it is the same, or unknown
     * @param diff null where the index never had one of the two texts
     */
    public record Revision(
            CleanArticle.Version version,
            @Nullable String headlineBefore,
            @Nullable SentenceDiff diff) {}

    static ArticlePage of(EnrichedArticle enriched, IndexQueries queries) {
        CleanArticle article = enriched.article();
        return new ArticlePage(
                enriched,
                MarkedText.of(article.text().articleBody(), article.entities()),
                origins(article.fields()),
                revisions(article, queries));
    }

    public CleanArticle article() {
        return enriched.article();
    }

    @Override
    public String template() {
        return "article";
    }

    private static List<Revision> revisions(CleanArticle article, IndexQueries queries) {
        int last = article.versions().size();
        Optional<FormerText> later = Optional.of(
                new FormerText(last, article.text().headline(), article.text().articleBody()));
        List<Revision> revisions = new ArrayList<>();
        for (int revision = last; revision > 1; revision--) {
            Optional<FormerText> earlier = queries.formerText(article.id(), revision - 1);
            revisions.add(revision(article.versions().get(revision - 1), earlier, later));
            later = earlier;
        }
        return revisions;
    }

    private static Revision revision(
            CleanArticle.Version version, Optional<FormerText> earlier, Optional<FormerText> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return new Revision(version, null, null);
        }
        String before = earlier.get().headline();
        return new Revision(
                version,
                before.equals(later.get().headline()) ? null : before,
                SentenceDiff.between(earlier.get().articleBody(), later.get().articleBody()));
    }

    private static Map<String, Origin> origins(CleanArticle.Fields fields) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        put(origins, "headline", fields.headline());
        put(origins, "author", fields.author());
        put(origins, "datePublished", fields.datePublished());
        put(origins, "dateModified", fields.dateModified());
        put(origins, "publisher", fields.publisher());
        put(origins, "inLanguage", fields.inLanguage());
        put(origins, "kind", fields.kind());
        put(origins, "articleBody", fields.articleBody());
        return origins;
    }

    private static void put(Map<String, Origin> origins, String name, @Nullable Origin origin) {
        if (origin != null) {
            origins.put(name, origin);
        }
    }
}
