package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.Results;
import io.newsfold.desk.index.Snippet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a search.
 *
 * @param found the articles of this page
 * @param snippets where the articles have the words, by id
 * @param query the parameters of the request
 * @param problems why a parameter has no sense, by its name
 * @param chart of all articles over time
 * @param facets of all articles
 * @param publishers names that can be chosen
 * @param next address of the page after this one; null on the last
 */
public record SearchPage(
        Results<EnrichedArticle> found,
        Map<String, Snippet> snippets,
        Map<String, String> query,
        Map<String, String> problems,
        AttentionChart chart,
        List<Facet> facets,
        Set<String> publishers,
        @Nullable String next)
        implements HtmlPage {
    public SearchPage {
        snippets = Map.copyOf(snippets);
        query = Map.copyOf(query);
        problems = Map.copyOf(problems);
        facets = List.copyOf(facets);
    }

    /** The value of a parameter; empty where the request has none. */
    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** Why a parameter has no sense; null where it has, or is not there. */
    public @Nullable String problem(String name) {
        return problems.get(name);
    }

    /** The parameters that choose articles, which can be taken away one by one: by name, the address without it. */
    public Map<String, String> chosen() {
        Map<String, String> chosen = new TreeMap<>();
        for (String name : SearchForm.PARAMETERS) {
            if (!value(name).isBlank()) {
                Map<String, String> wider = new TreeMap<>(query);
                wider.remove(name);
                wider.remove("start");
                chosen.put(name, ResourceRequest.address("/search", wider));
            }
        }
        return chosen;
    }

    /** The address of this search with another value of a parameter. */
    public String with(String parameter, String value) {
        return Facet.narrower(query, parameter, value);
    }

    /** The parameters as they end an address. */
    public String queryString() {
        return Paging.withoutSection(query);
    }

    /** The snippet of an article. */
    public Snippet snippet(EnrichedArticle article) {
        return snippets.getOrDefault(article.article().id(), new Snippet(List.of()));
    }

    @Override
    public String template() {
        return "search";
    }
}
