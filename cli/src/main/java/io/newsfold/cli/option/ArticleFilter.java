package io.newsfold.cli.option;

import io.newsfold.contract.EnrichedArticle;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which articles are wanted. */
public final class ArticleFilter {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "articles of this time or later, as 2026-11-22 or 2026-11-22T06:00:00Z")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "articles before this time")
    private @Nullable String until;

    @Option(names = "--source", paramLabel = "NAME", description = "articles of this publisher")
    private @Nullable String source;

    @Option(names = "--entity", paramLabel = "NAME|ID", description = "articles that name this entity")
    private @Nullable String entity;

    @Option(names = "--language", paramLabel = "CODE", description = "articles in this language, as en")
    private @Nullable String language;

    @SuppressWarnings("NullAway.Init")
    public ArticleFilter() {}

    /** @throws IllegalArgumentException where an option has no sense */
    public Predicate<EnrichedArticle> predicate() {
        Instant from = FilterValue.time("--since", since);
        Instant to = FilterValue.time("--until", until);
        return enriched -> {
            var article = enriched.article();
            return (from == null || !article.time().isBefore(from))
                    && (to == null || article.time().isBefore(to))
                    && (language == null || language.equals(article.text().inLanguage()))
                    && (source == null
                            || FilterValue.isIn(source, article.source().publisher()))
                    && (entity == null
                            || article.entities().stream()
                                    .anyMatch(e -> e.id().equals(entity) || FilterValue.isIn(entity, e.name())));
        };
    }
}
