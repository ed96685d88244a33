package io.newsfold.cli.export;

import static io.newsfold.sink.Table.ColumnType.DECIMAL;
import static io.newsfold.sink.Table.ColumnType.INTEGER;
import static io.newsfold.sink.Table.ColumnType.TEXT;
import static io.newsfold.sink.Table.ColumnType.TIME;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.MediaTopic;
import io.newsfold.contract.Story;
import io.newsfold.sink.Table.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables that {@code newsfold export} makes: their columns, and the rows of a record. Times are in UTC. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are
public enum ExportTable {
    /** One row for each article. */
    ARTICLES(List.of(
            new Column("id", TEXT),
            new Column("url", TEXT),
            new Column("headline", TEXT),
            new Column("publisher", TEXT),
            new Column("authors", TEXT),
            new Column("datePublished", TIME),
            new Column("dateModified", TIME),
            new Column("firstFetched", TIME),
            new Column("inLanguage", TEXT),
            new Column("section", TEXT),
            new Column("kind", TEXT),
            new Column("about", TEXT),
            new Column("contentLocation", TEXT),
            new Column("story", TEXT),
            new Column("storyHeadline", TEXT),
            new Column("relation", TEXT),
            new Column("parent", TEXT),
            new Column("score", DECIMAL),
            new Column("revisions", INTEGER),
            new Column("flags", TEXT),
            new Column("articleBody", TEXT))),
    /** One row for each entity of each article. */
    ENTITIES(List.of(
            new Column("article", TEXT),
            new Column("url", TEXT),
            new Column("publisher", TEXT),
            new Column("datePublished", TIME),
            new Column("story", TEXT),
            new Column("entity", TEXT),
            new Column("type", TEXT),
            new Column("name", TEXT),
            new Column("wikidata", TEXT),
            new Column("latitude", DECIMAL),
            new Column("longitude", DECIMAL),
            new Column("salience", DECIMAL),
            new Column("mentions", INTEGER),
            new Column("quotes", INTEGER))),
    /** One row for each quotation whose speaker is clear. */
    QUOTES(List.of(
            new Column("article", TEXT),
            new Column("url", TEXT),
            new Column("publisher", TEXT),
            new Column("datePublished", TIME),
            new Column("inLanguage", TEXT),
            new Column("story", TEXT),
            new Column("speaker", TEXT),
            new Column("type", TEXT),
            new Column("name", TEXT),
            new Column("wikidata", TEXT),
            new Column("verb", TEXT),
            new Column("start", INTEGER),
            new Column("end", INTEGER),
            new Column("quote", TEXT))),
    /** One row for each story. */
    STORIES(List.of(
            new Column("id", TEXT),
            new Column("headline", TEXT),
            new Column("first", TIME),
            new Column("last", TIME),
            new Column("articles", INTEGER),
            new Column("sources", TEXT),
            new Column("entities", TEXT)));

    private static final String SEPARATOR = "; ";

    private final List<Column> columns;

    ExportTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** The rows of an article in {@link #ARTICLES}, which is one, in {@link #ENTITIES} or in {@link #QUOTES}. */
    public List<ObjectNode> rows(EnrichedArticle enriched) {
        return switch (this) {
            case ENTITIES -> entities(enriched);
            case QUOTES -> quotes(enriched);
            case ARTICLES -> List.of(article(enriched));
            case STORIES -> throw new IllegalStateException("an article is no row of stories");
        };
    }

    private static ObjectNode article(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        var text = article.text();
        var lineage = enriched.place().lineage();
        var place = article.contentLocation();
        return row().put("id", article.id())
                .put("url", article.url())
                .put("headline", text.headline())
                .put("publisher", article.source().publisher())
                .put(
                        "authors",
                        text.author().stream().map(ArticleText.Author::name).collect(Collectors.joining(SEPARATOR)))
                .put("datePublished", text(text.datePublished()))
                .put("dateModified", text(text.dateModified()))
                .put("firstFetched", article.seen().toString())
                .put("inLanguage", text.inLanguage())
                .put("section", text.section())
                .put("kind", text.kind() == null ? null : text.kind().toString())
                .put("about", article.about().stream().map(MediaTopic::name).collect(Collectors.joining(SEPARATOR)))
                .put("contentLocation", place == null ? null : place.name())
                .put("story", enriched.place().story().id())
                .put("storyHeadline", enriched.place().story().headline())
                .put("relation", lineage.relation().name().toLowerCase(Locale.ROOT))
                .put("parent", lineage.parent())
                .put("score", lineage.score())
                .put("revisions", article.versions().size())
                .put("flags", String.join(" ", article.flags()))
                .put("articleBody", text.articleBody());
    }

    private static List<ObjectNode> entities(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        List<ObjectNode> rows = new ArrayList<>();
        for (Entity entity : article.entities()) {
            rows.add(row().put("article", article.id())
                    .put("url", article.url())
                    .put("publisher", article.source().publisher())
                    .put("datePublished", text(article.text().datePublished()))
                    .put("story", enriched.place().story().id())
                    .put("entity", entity.id())
                    .put("type", entity.type().name().toLowerCase(Locale.ROOT))
                    .put("name", entity.name())
                    .put("wikidata", entity.wikidata())
                    .put("latitude", entity.geo() == null ? null : entity.geo().latitude())
                    .put("longitude", entity.geo() == null ? null : entity.geo().longitude())
                    .put("salience", entity.salience())
                    .put("mentions", entity.mentions().size())
                    .put("quotes", entity.quotes().size()));
        }
        return rows;
    }

    /** In the order of the text; start and end in code points. */
    private static List<ObjectNode> quotes(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        String body = article.text().articleBody();
        List<ObjectNode> rows = new ArrayList<>();
        for (Entity entity : article.entities()) {
            for (Entity.Quote quote : entity.quotes()) {
                int start = body.offsetByCodePoints(0, quote.start());
                int end = body.offsetByCodePoints(start, quote.end() - quote.start());
                rows.add(row().put("article", article.id())
                        .put("url", article.url())
                        .put("publisher", article.source().publisher())
                        .put("datePublished", text(article.text().datePublished()))
                        .put("inLanguage", article.text().inLanguage())
                        .put("story", enriched.place().story().id())
                        .put("speaker", entity.id())
                        .put("type", entity.type().name().toLowerCase(Locale.ROOT))
                        .put("name", entity.name())
                        .put("wikidata", entity.wikidata())
                        .put("verb", quote.verb())
                        .put("start", quote.start())
                        .put("end", quote.end())
                        .put("quote", body.substring(start, end)));
            }
        }
        rows.sort(Comparator.comparingInt(row -> row.path("start").intValue()));
        return rows;
    }

    /** The row of a story in {@link #STORIES}. */
    public static ObjectNode row(Story story) {
        return row().put("id", story.id())
                .put("headline", story.headline())
                .put("first", text(story.firstPublished()))
                .put("last", text(story.lastPublished()))
                .put("articles", story.articles().size())
                .put("sources", String.join(SEPARATOR, story.sources()))
                .put(
                        "entities",
                        story.entities().stream().map(Story.Topical::name).collect(Collectors.joining(SEPARATOR)));
    }

    private static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
