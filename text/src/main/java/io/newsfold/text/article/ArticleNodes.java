package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The objects of single articles in a JSON value: the value itself, the elements of a list, the list inside the answer
 * of a service, the rows of a table.
 */
public final class ArticleNodes {
    private static final int DEPTH = 3;
    private static final int LOOKED_AT = 5;

    /** Names of lists of articles, for answers that have a title of their own. */
    private static final Set<String> LISTS = Set.of(
            "articles",
            "items",
            "results",
            "entries",
            "docs",
            "documents",
            "hits",
            "data",
            "stories",
            "posts",
            "news",
            "records",
            "rows",
            "objects",
            "list",
            "feed",
            "value",
            "response",
            "output",
            "activity");

    private ArticleNodes() {}

    /** The articles in {@code root}; {@code root} alone where it is one article, or none. */
    public static List<JsonNode> in(JsonNode root) {
        if (root.isArray()) {
            return hasObject(root) ? elements(root) : List.of(root);
        }
        if (!root.isObject() || root.isEmpty()) {
            return List.of(root);
        }
        ExportedArticle own = ArticleReader.flat(root);
        if (own.hasBody()) {
            return List.of(root);
        }
        List<JsonNode> listed = new ArrayList<>();
        collect(root, own.text(ArticleField.HEADLINE) != null, 1, listed);
        if (!listed.isEmpty()) {
            return listed;
        }
        List<JsonNode> rows = Table.rows(root);
        return rows.isEmpty() ? byKey(root, own) : rows;
    }

    private static boolean hasObject(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(JsonNode::isObject);
    }

    private static List<JsonNode> elements(JsonNode container) {
        List<JsonNode> elements = new ArrayList<>();
        container.forEach(elements::add);
        return elements;
    }

    private static void collect(JsonNode object, boolean titled, int depth, List<JsonNode> listed) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            boolean mayBeList = !titled || LISTS.contains(ObjectFields.plain(field.getKey()));
            if (value.isArray() && mayBeList && isOfArticles(value)) {
                listed.addAll(elements(value));
            } else if (value.isObject() && mayBeList && depth < DEPTH) {
                collect(value, titled, depth + 1, listed);
            }
        }
    }

    private static boolean isOfArticles(JsonNode container) {
        long looked = Math.min(LOOKED_AT, container.size());
        long articles = StreamSupport.stream(container.spliterator(), false)
                .limit(LOOKED_AT)
                .filter(ArticleNodes::looksLikeArticle)
                .count();
        return articles > 0 && articles * 2 >= looked;
    }

    private static boolean looksLikeArticle(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        if (node.path("_source").isObject()) {
            return true;
        }
        ExportedArticle article = ArticleReader.flat(node);
        boolean titled = article.text(ArticleField.HEADLINE) != null;
        return titled
                && (article.hasBody()
                        || article.text(ArticleField.URL) != null
                        || article.text(ArticleField.PUBLISHED) != null
                        || article.text(ArticleField.DESCRIPTION) != null);
    }

    /** Objects by their addresses or numbers: the names of the fields tell nothing. */
    private static List<JsonNode> byKey(JsonNode root, ExportedArticle own) {
        boolean all = root.size() > 1
                && own.values().isEmpty()
                && StreamSupport.stream(root.spliterator(), false).allMatch(JsonNode::isObject)
                && isOfArticles(root);
        return all ? elements(root) : List.of(root);
    }

    /** The document of a search hit or of a bulk request, with its id. */
    static JsonNode hit(String id, JsonNode source) {
        ObjectNode hit = JsonNodeFactory.instance.objectNode();
        if (!id.isEmpty()) {
            hit.put("_id", id);
        }
        hit.set("_source", source);
        return hit;
    }
}
