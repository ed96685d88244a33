package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.MediaTopic;
import io.newsfold.contract.Story;
import io.newsfold.contract.Topic;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a list are written as data.
 *
 * @param topic whose records the rows are
 * @param columns names of the columns in CSV
 * @param cells of the rows in CSV that a record makes, each as many as there are columns
 * @param json what a record is in JSON Lines, a value for each line
 * @param item of a row in a feed
 */
record RowFormat<T>(
        Topic topic,
        List<String> columns,
        Function<T, List<List<String>>> cells,
        Function<T, List<?>> json,
        Function<T, FeedItem> item) {
    static final RowFormat<Story> STORIES = new RowFormat<>(
            Topic.STORIES,
            List.of("id", "headline", "first", "last", "articles", "sources", "firstIs", "lastIs"),
            story -> List.of(cells(story)),
            List::of,
            RowFormat::item);

    static final RowFormat<EnrichedArticle> ARTICLES = new RowFormat<>(
            Topic.ENRICHED,
            List.of(
                    "id",
                    "url",
                    "headline",
                    "publisher",
                    "datePublished",
                    "firstFetched",
                    "inLanguage",
                    "kind",
                    "about",
                    "story",
                    "storyHeadline",
                    "relation",
                    "parent",
                    "revision",
                    "flags"),
            article -> List.of(cells(article)),
            List::of,
            RowFormat::item);

    /** One row for each entity of each article. */
    static final RowFormat<EnrichedArticle> MENTIONS = new RowFormat<>(
            Topic.ENRICHED,
            ArticleEntity.COLUMNS,
            article ->
                    ArticleEntity.of(article).stream().map(ArticleEntity::cells).toList(),
            ArticleEntity::of,
            RowFormat::item);

    private static final int ENTITIES_IN_FEED = 5;

    RowFormat {
        columns = List.copyOf(columns);
    }

    private static List<String> cells(Story story) {
        return List.of(
                story.id(),
                story.headline(),
                story.first().toString(),
                story.last().toString(),
                Integer.toString(story.articles().size()),
                String.join("; ", story.sources()),
                timeKind(DisplayText.firstHasDate(story)),
                timeKind(DisplayText.lastHasDate(story)));
    }

    private static String timeKind(boolean isPublication) {
        return isPublication ? "published" : "fetched";
    }

    private static FeedItem item(Story story) {
        return new FeedItem(
                "/stories/" + story.id(),
                null,
                story.headline(),
                story.articles().size() + " articles: " + String.join(", ", story.sources()),
                story.last(),
                story.entities().stream()
                        .map(Story.Topical::name)
                        .limit(ENTITIES_IN_FEED)
                        .toList());
    }

    private static List<String> cells(EnrichedArticle enriched) {
        var article = enriched.article();
        var place = enriched.place();
        return List.of(
                article.id(),
                orEmpty(article.url()),
                article.text().headline(),
                orEmpty(article.source().publisher()),
                orEmpty(article.text().datePublished()),
                article.seen().toString(),
                article.text().inLanguage(),
                orEmpty(article.text().kind()),
                article.about().stream().map(MediaTopic::name).collect(Collectors.joining("; ")),
                place.story().id(),
                place.story().headline(),
                place.lineage().relation().name().toLowerCase(Locale.ROOT),
                orEmpty(place.lineage().parent()),
                Integer.toString(article.versions().size()),
                String.join(" ", article.flags()));
    }

    private static FeedItem item(EnrichedArticle enriched) {
        var article = enriched.article();
        return new FeedItem(
                "/articles/" + article.id(),
                article.url(),
                article.text().headline(),
                article.text().articleBody(),
                article.time(),
                article.flags());
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
