package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.Results;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a search.
 *
 * @param found the articles of this page
 * @param query the parameters of the request
 * @param days number of matching articles by day, in days since 1970
 * @param topics number of matching articles by topic
 * @param next address of the page after this one; null on the last
 */
public record SearchPage(
        Results<EnrichedArticle> found,
        Map<String, String> query,
        SortedMap<Long, Long> days,
        SortedMap<String, Long> topics,
        @Nullable String next)
        implements HtmlPage {
    private static final int MOST_TOPICS = 12;

    public SearchPage {
        query = Map.copyOf(query);
    }

    /** The value of a parameter; empty where the request has none. */
    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** The topics of most articles, with their numbers. */
    public List<Map.Entry<String, Long>> commonTopics() {
        return topics.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST_TOPICS)
                .toList();
    }

    /** The address of this search among the articles of a topic. */
    public String within(String topic) {
        Map<String, String> narrower = new TreeMap<>(query);
        narrower.put("topic", topic);
        narrower.remove("start");
        return ResourceRequest.address("/search", narrower);
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
