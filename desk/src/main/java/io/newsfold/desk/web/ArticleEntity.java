package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity of an article: a row of the flat table of both.
 *
 * @param article its id
 * @param publisher of the article
 * @param datePublished of the article; null where it has no date
 * @param story id of its story
 * @param entity its id
 * @param type in lower case
 * @param latitude degrees, −90 to 90; null where it is no place or its place is not known
 * @param longitude degrees, −180 to 180; null with the latitude
 * @param salience 0.0 to 1.0
 * @param mentions how often the article names it
 * @param quotes number of quotations of it in the article
 */
record ArticleEntity(
        String article,
        @Nullable String publisher,
        @Nullable Instant datePublished,
        String story,
        String entity,
        String type,
        String name,
        @Nullable String wikidata,
        @Nullable Double latitude,
        @Nullable Double longitude,
        double salience,
        int mentions,
        int quotes) {
    static final List<String> COLUMNS = List.of(
            "article",
            "publisher",
            "datePublished",
            "story",
            "entity",
            "type",
            "name",
            "wikidata",
            "latitude",
            "longitude",
            "salience",
            "mentions",
            "quotes");

    static List<ArticleEntity> of(EnrichedArticle enriched) {
        return enriched.article().entities().stream()
                .map(entity -> of(enriched, entity))
                .toList();
    }

    private static ArticleEntity of(EnrichedArticle enriched, Entity entity) {
        var article = enriched.article();
        GeoPoint geo = entity.geo();
        return new ArticleEntity(
                article.id(),
                article.source().publisher(),
                article.text().datePublished(),
                enriched.place().story().id(),
                entity.id(),
                entity.type().name().toLowerCase(Locale.ROOT),
                entity.name(),
                entity.wikidata(),
                geo == null ? null : geo.latitude(),
                geo == null ? null : geo.longitude(),
                entity.salience(),
                entity.mentions().size(),
                entity.quotes().size());
    }

    /** As many as there are {@link #COLUMNS}. */
    List<String> cells() {
        return Stream.of(
                        article,
                        publisher,
                        datePublished,
                        story,
                        entity,
                        type,
                        name,
                        wikidata,
                        latitude,
                        longitude,
                        salience,
                        mentions,
                        quotes)
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
