package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.Results;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a search.
 *
 * @param found the articles of this page
 * @param query the parameters of the request
 * @param days number of matching articles by day, in days since 1970
 * @param next address of the page after this one; null on the last
 */
public record SearchPage(
        Results<EnrichedArticle> found,
        Map<String, String> query,
        SortedMap<Long, Long> days,
        @Nullable String next) implements HtmlPage {
    public SearchPage {
        query = Map.copyOf(query);
    }

    /** The value of a parameter; empty where the request has none. */
    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** The parameters as they end an address. */
    public String queryString() {
        return ResourceRequest.address("", query);
    }

    @Override
    public String template() {
        return "search";
    }
}
