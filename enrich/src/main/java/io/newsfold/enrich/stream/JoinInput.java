package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import org.jspecify.annotations.Nullable;

/** What changes an enriched article. */
sealed interface JoinInput permits JoinInput.ArticleChange, LineageChange {
    /**
     * An article has another current version.
     *
     * @param article null where it is withdrawn
     */
    record ArticleChange(@Nullable CleanArticle article) implements JoinInput {}
}
