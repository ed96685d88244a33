package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article inside an object that has no text itself.
 *
 * @param path of the inner object, with dots; empty where there is none
 * @param article null where there is none, or more than one
 * @param refusal why none is taken although there is a text; null where one is taken, or there is none
 */
record NestedArticle(
        String path,
        @Nullable ExportedArticle article,
        @Nullable String refusal) {

    private static final NestedArticle NONE = new NestedArticle("", null, null);
    private static final int DEPTH = 3;
    private static final int MOST = 50;

    /** Names of objects that are wrapping and nothing else. */
    private static final Set<String> WRAPPERS = Set.of(
            "_source", "article", "data", "doc", "document", "content", "contents", "item", "story", "fields",
            "attributes", "payload", "record", "post", "page", "news", "newsarticle", "result", "value", "properties",
            "extracted", "extraction", "parsed", "object", "entry", "node", "fulltext", "text", "body", "main", "json",
            "articledata", "articlecontent", "response", "output", "full", "textcontent", "bodydata", "row");

    private record Candidate(String path, String name, ExportedArticle article) {}

    /** @param hasHeadline whether the outer object has a headline */
    static NestedArticle in(JsonNode object, boolean hasHeadline) {
        List<Candidate> candidates = new ArrayList<>();
        collect(object, "", 1, candidates);
        if (candidates.isEmpty()) {
            return NONE;
        }
        List<Candidate> plain = candidates.stream()
                .filter(c -> WRAPPERS.contains(FieldPath.plain(c.name()))
                        || !hasHeadline && c.article().text(ArticleField.HEADLINE) != null)
                .toList();
        if (plain.size() == 1) {
            Candidate only = plain.get(0);
            return new NestedArticle(only.path(), only.article(), null);
        }
        List<String> paths = candidates.stream()
                .map(c -> c.path() + "." + bodyPath(c.article()))
                .toList();
        return new NestedArticle("", null, MissingText.nested(paths));
    }

    private static String bodyPath(ExportedArticle article) {
        FieldValue html = article.values().get(ArticleField.HTML);
        FieldValue body = html == null ? article.values().get(ArticleField.TEXT) : html;
        return body == null ? "text" : body.path();
    }

    private static void collect(JsonNode object, String path, int depth, List<Candidate> candidates) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isObject() || candidates.size() >= MOST) {
                continue;
            }
            String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            ExportedArticle article = depth == 1 && field.getKey().equals("_source")
                    ? ExportedArticle.of(field.getValue())
                    : ArticleReader.flat(field.getValue());
            if (article.hasBody()) {
                candidates.add(new Candidate(inner, field.getKey(), article));
            } else if (depth < DEPTH) {
                collect(field.getValue(), inner, depth + 1, candidates);
            }
        }
    }
}
