package io.newsfold.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import io.newsfold.desk.index.Snippet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an assistant can ask of the desk: searches and records, all of them read only. */
final class McpTools {
    private static final int MOST = 50;
    private static final int USUAL = 10;
    private static final String ID = "id";
    private static final String LIMIT = "limit";

    private static final Map<String, String> SEARCH = Map.of(
            "q",
            "words in any form, \"phrases\", -not, a | b",
            "from",
            "published on this day or later, as 2026-11-01 (UTC)",
            "to",
            "published before this day",
            "publisher",
            "a part of the name of the source",
            "language",
            "a language, as German or de",
            "entity",
            "name or id of a person, place, organisation, event, work or group",
            "speaker",
            "name or id of somebody who is quoted",
            "topic",
            "an IPTC media topic, as politics and government",
            LIMIT,
            "number of articles, 1 to 50; 10 if not given");

    private final IndexQueries queries;
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    /** An article that was found; {@code found} are the sentences with the words. */
    private record Hit(
            String id,
            @Nullable String url,
            String headline,
            String source,
            @Nullable Instant datePublished,
            String story,
            String storyHeadline,
            String found,
            String address) {}

    private record Hits(long all, List<Hit> articles) {}

    private record StoryLine(
            String id, String headline, Instant last, int articles, List<String> sources, String address) {}

    private record StoryLines(long all, List<StoryLine> stories) {}

    private record Tool(String description, Map<String, String> parameters, Function<ResourceRequest, Object> answer) {}

    McpTools(IndexQueries queries) {
        this.queries = queries;
        tools.put("search_articles", new Tool("Finds news articles, the newest first.", SEARCH, this::search));
        tools.put(
                "latest_stories",
                new Tool(
                        "The stories with the newest articles.",
                        Map.of(LIMIT, "number of stories, 1 to 50; 10 if not given"),
                        this::stories));
        tools.put(
                "get_story",
                new Tool(
                        "A story with its articles in the order of publication: sources, what each copies or resembles "
                                + "most, and what each adds.",
                        Map.of(ID, "id of the story, or of one of its articles"),
                        this::story));
        tools.put(
                "get_article",
                new Tool(
                        "An article: its whole text, entities, versions, and the evidence for its place in its story.",
                        Map.of(ID, "id of the article"),
                        this::article));
    }

    boolean has(String name) {
        return tools.containsKey(name);
    }

    /** As {@code tools/list} has them. */
    List<Map<String, Object>> descriptions() {
        return tools.entrySet().stream()
                .map(tool -> Map.of(
                        "name",
                        tool.getKey(),
                        "description",
                        tool.getValue().description(),
                        "inputSchema",
                        schema(tool.getValue().parameters()),
                        "annotations",
                        (Object) Map.of("readOnlyHint", true)))
                .toList();
    }

    private static Map<String, Object> schema(Map<String, String> parameters) {
        Map<String, Object> properties = new TreeMap<>();
        parameters.forEach((name, meaning) -> properties.put(
                name, Map.of("type", name.equals(LIMIT) ? "integer" : "string", "description", meaning)));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.containsKey(ID) ? List.of(ID) : List.of());
    }

    /** @throws RequestException where an argument has no sense, or there is nothing of that id */
    Object call(String name, JsonNode arguments) {
        Tool tool = tools.getOrDefault(name, new Tool("", Map.of(), request -> Map.of()));
        Map<String, String> query = new TreeMap<>();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            if (argument.getValue().isContainerNode()) {
                throw new RequestException(400, argument.getKey() + " is a text or a number");
            }
            if (!argument.getValue().isNull()) {
                query.put(argument.getKey(), argument.getValue().asText());
            }
        }
        ResourceRoutes.requireKnown(query.keySet(), tool.parameters().keySet());
        return tool.answer().apply(new ResourceRequest(List.of(), Representation.JSON, query));
    }

    private Object search(ResourceRequest request) {
        ArticleQuery query = SearchForm.of(request, queries).orThrow();
        Results<EnrichedArticle> found = queries.search(query, 0, request.number(LIMIT, USUAL, 1, MOST));
        return new Hits(
                found.all(),
                found.items().stream().map(article -> hit(query, article)).toList());
    }

    private Hit hit(ArticleQuery query, EnrichedArticle enriched) {
        var article = enriched.article();
        return new Hit(
                article.id(),
                article.url(),
                article.text().headline(),
                DisplayText.source(article),
                article.text().datePublished(),
                enriched.place().story().id(),
                enriched.place().story().headline(),
                queries.snippet(query, enriched).pieces().stream()
                        .map(Snippet.Piece::text)
                        .collect(Collectors.joining()),
                "/articles/" + article.id());
    }

    private Object stories(ResourceRequest request) {
        Results<Story> found = queries.stories(0, request.number(LIMIT, USUAL, 1, MOST));
        return new StoryLines(
                found.all(),
                found.items().stream()
                        .map(story -> new StoryLine(
                                story.id(),
                                story.headline(),
                                story.last(),
                                story.articles().size(),
                                story.sources(),
                                "/stories/" + story.id()))
                        .toList());
    }

    private Object story(ResourceRequest request) {
        String id = required(request);
        return queries.story(id).orElseThrow(() -> new RequestException(404, "there is no story " + id));
    }

    private Object article(ResourceRequest request) {
        String id = required(request);
        return queries.article(id).orElseThrow(() -> new RequestException(404, "there is no article " + id));
    }

    private static String required(ResourceRequest request) {
        return request.value(ID).orElseThrow(() -> new RequestException(400, "id is missing"));
    }
}
