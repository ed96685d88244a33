package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The article inside an object that has no text itself.
 *
 * @param path name of the inner object; empty where there is none
 * @param article null where there is none, or more than one
 * @param refusal why none is taken although there is a text; null where one is taken, or there is none
 */
record NestedArticle(
        String path,
        @Nullable ExportedArticle article,
        @Nullable String refusal) {

    static final NestedArticle NONE = new NestedArticle("", null, null);
    private static final int MOST = 50;

    /** Names of objects that are wrapping and nothing else. */
    private static final Set<String> WRAPPERS = Set.of(
            "_source",
            "article",
            "data",
            "doc",
            "document",
            "content",
            "contents",
            "item",
            "story",
            "fields",
            "attributes",
            "payload",
            "record",
            "post",
            "page",
            "news",
            "newsarticle",
            "result",
            "value",
            "properties",
            "extracted",
            "extraction",
            "parsed",
            "object",
            "entry",
            "node",
            "fulltext",
            "text",
            "body",
            "main",
            "json",
            "articledata",
            "articlecontent",
            "response",
            "output",
            "full",
            "textcontent",
            "bodydata",
            "row");

    private record Candidate(String name, ExportedArticle article) {}

    /**
     * Looks into the objects of {@code object}.
     *
     * @param hasHeadline whether the outer object has a headline
     * @param reader of the inner objects, which looks into theirs
     */
    static NestedArticle in(JsonNode object, boolean hasHeadline, Function<JsonNode, ExportedArticle> reader) {
        List<Candidate> candidates = new ArrayList<>();
        collect(object, reader, candidates);
        if (candidates.isEmpty()) {
            return NONE;
        }
        List<Candidate> plain = candidates.stream()
                .filter(c -> WRAPPERS.contains(ObjectFields.plain(c.name()))
                        || !hasHeadline && c.article().text(ArticleField.HEADLINE) != null)
                .toList();
        if (plain.size() == 1) {
            Candidate only = plain.get(0);
            return new NestedArticle(only.name(), only.article(), null);
        }
        List<String> paths = candidates.stream()
                .map(c -> c.name() + "." + bodyPath(c.article()))
                .toList();
        return new NestedArticle("", null, MissingText.nested(paths));
    }

    private static String bodyPath(ExportedArticle article) {
        FieldValue html = article.values().get(ArticleField.HTML);
        FieldValue body = html == null ? article.values().get(ArticleField.TEXT) : html;
        return body == null ? "text" : body.path();
    }

    private static void collect(
            JsonNode object, Function<JsonNode, ExportedArticle> reader, List<Candidate> candidates) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isObject() || candidates.size() >= MOST) {
                continue;
            }
            ExportedArticle article = reader.apply(field.getValue());
            if (article.hasBody() && !article.flags().contains(Flag.SUMMARY_ONLY)) {
                candidates.add(new Candidate(field.getKey(), article));
            }
        }
    }
}
