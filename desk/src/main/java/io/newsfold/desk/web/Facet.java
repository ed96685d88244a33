package io.newsfold.desk.web;

import io.newsfold.desk.index.EntityCount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the articles of a search are spread over the values of one parameter.
 *
 * @param title for people
 * @param values those of most articles, at most {@value #MOST}
 */
public record Facet(String title, List<Value> values) {
    private static final int MOST = 10;

    /**
     * A value.
     *
     * @param name for people
     * @param articles number of those that have it
     * @param address of the same search among them
     */
    public record Value(String name, long articles, String address) {}

    public Facet {
        values = List.copyOf(values);
    }

    /**
     * The facet of a parameter.
     *
     * @param counts number of articles by value of the parameter
     * @param name a value for people
     */
    static Facet of(
            String title,
            String parameter,
            Map<String, Long> counts,
            UnaryOperator<String> name,
            Map<String, String> query) {
        return new Facet(
                title,
                MostFirst.of(counts, MOST).entrySet().stream()
                        .map(count -> new Value(
                                name.apply(count.getKey()),
                                count.getValue(),
                                narrower(query, parameter, count.getKey())))
                        .toList());
    }

    /** The facet of entities. */
    static Facet of(List<EntityCount> entities, Map<String, String> query) {
        return new Facet(
                "Most salient entities",
                entities.stream()
                        .limit(MOST)
                        .map(entity ->
                                new Value(entity.name(), entity.articles(), narrower(query, "entity", entity.id())))
                        .toList());
    }

    /** The address of the search with another value of a parameter. */
    static String narrower(Map<String, String> query, String parameter, String value) {
        Map<String, String> narrower = new TreeMap<>(query);
        narrower.remove("start");
        narrower.put(parameter, value);
        return ResourceRequest.address("/search", narrower);
    }
}
