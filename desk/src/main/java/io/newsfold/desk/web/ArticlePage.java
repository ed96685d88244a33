package io.newsfold.desk.web;

import io.newsfold.contract.ArticleText.Image;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.FormerText;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.VersionTexts;
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
 * @param picture its first one; null where it has none that is shown
 * @param text its text with the mentions of entities
 * @param origins the origin of each field, by name
 * @param parent the article that it copies or resembles most; null where it has none, or that was withdrawn since
 * @param texts of its versions
 * @param revisions the changes from each version to the next, the last first
 */
public record ArticlePage(
        EnrichedArticle enriched,
        @Nullable ShownPicture picture,
        MarkedText text,
        Map<String, Origin> origins,
        @Nullable CleanArticle parent,
        VersionTexts texts,
        List<Revision> revisions)
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

    static ArticlePage of(EnrichedArticle enriched, IndexQueries queries, @Nullable ShownPicture picture) {
        CleanArticle article = enriched.article();
        VersionTexts texts = VersionTexts.of(article, queries);
        return new ArticlePage(
                enriched,
                picture,
                MarkedText.of(article.text().articleBody(), article.entities()),
                origins(article.fields()),
                Optional.ofNullable(enriched.place().lineage().parent())
                        .flatMap(queries::article)
                        .map(EnrichedArticle::article)
                        .orElse(null),
                texts,
                revisions(article, texts));
    }

    public CleanArticle article() {
        return enriched.article();
    }

    /** The pictures that are not shown. */
    public List<Image> otherImages() {
        return article().text().image().stream()
                .filter(image ->
                        picture == null || !image.url().equals(picture.image().url()))
                .toList();
    }

    @Override
    public String template() {
        return "article";
    }

    /** Address of the comparison of a version with the last one before it; null where the desk lacks a text. */
    public @Nullable String comparison(int revision) {
        return texts.text(revision)
                .flatMap(text -> texts.before(revision))
                .map(before -> ComparePage.address(article().id(), before, revision))
                .orElse(null);
    }

    /** Address of the page of a version; null where the desk does not have its text. */
    public @Nullable String page(int revision) {
        return texts.text(revision)
                .map(text -> VersionPage.path(article().id(), revision))
                .orElse(null);
    }

    private static List<Revision> revisions(CleanArticle article, VersionTexts texts) {
        List<Revision> revisions = new ArrayList<>();
        for (int revision = article.versions().size(); revision > 1; revision--) {
            revisions.add(
                    revision(article.versions().get(revision - 1), texts.text(revision - 1), texts.text(revision)));
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
