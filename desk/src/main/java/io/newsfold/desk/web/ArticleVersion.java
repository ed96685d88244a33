package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.SourceName;
import io.newsfold.desk.index.FormerText;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.VersionTexts;

/**
 * A version of an article with its text.
 *
 * @param article as it is now
 * @param version of its versions
 * @param text of the version
 * @param texts of all its versions that the desk has
 */
public record ArticleVersion(CleanArticle article, CleanArticle.Version version, FormerText text, VersionTexts texts) {
    /** @throws RequestException 404 where there is no such article or version, or the desk does not have its text */
    static ArticleVersion of(TextReference reference, IndexQueries queries) {
        String id = reference.article();
        CleanArticle article = queries.article(id)
                .orElseThrow(() -> new RequestException(404, "there is no article " + id))
                .article();
        VersionTexts texts = VersionTexts.of(article, queries);
        int revision = reference.revision() == null ? texts.current() : reference.revision();
        int last = article.versions().size();
        if (revision > last) {
            throw new RequestException(
                    404,
                    "article " + id + " has " + DisplayText.count(last, "version") + ": there is no version "
                            + revision);
        }
        FormerText text = texts.text(revision)
                .orElseThrow(() -> new RequestException(
                        404, "the desk does not have the text of version " + revision + " of article " + id));
        return new ArticleVersion(article, article.versions().get(revision - 1), text, texts);
    }

    /** Whether it is the version that counts. */
    public boolean isCurrent() {
        return version.revision() == texts.current();
    }

    /** Who published it, for people. */
    public String source() {
        return SourceName.of(version.source().publisher(), null).orElse(DisplayText.source(article));
    }

    /** Address of its page: that of the article where this version counts. */
    public String path() {
        return isCurrent() ? "/articles/" + article.id() : VersionPage.path(article.id(), version.revision());
    }
}
