package io.newsfold.cli.option;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LanguageCode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles are wanted. */
public final class ArticleFilter {
    @Mixin
    private ContentFilter content = new ContentFilter();

    @Mixin
    private TimeSpan span = new TimeSpan();

    @Option(
            names = "--language",
            paramLabel = "NAME|CODE",
            description = "only what is in this language, as German, Deutsch or de")
    private @Nullable String language;

    public ArticleFilter() {}

    /** The source or entity that was probably meant, as a question; empty where none is near. */
    public String suggestion() {
        return content.suggestion().map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** @throws IllegalArgumentException where an option has no sense */
    public Predicate<EnrichedArticle> predicate() {
        span.check();
        String code = language == null
                ? null
                : LanguageCode.named(language)
                        .orElseThrow(() -> new IllegalArgumentException("no language is called " + language));
        return enriched -> {
            var article = enriched.article();
            return span.contains(article.hasDate() ? article.time() : null)
                    && (code == null || LanguageCode.isIn(article.text().inLanguage(), code))
                    && content.isBy(
                            Set.of(Objects.requireNonNullElse(article.source().publisher(), "")))
                    && content.names(() -> article.entities().stream().map(e -> Map.entry(e.id(), e.name())));
        };
    }
}
