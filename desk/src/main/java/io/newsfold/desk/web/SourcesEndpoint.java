package io.newsfold.desk.web;

import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sources at {@code /sources}. */
final class SourcesEndpoint implements Endpoint {
    static final Set<String> PARAMETERS = Set.of("q");

    private static final int PUBLISHERS = 500;

    private final IndexQueries queries;
    private final PageRenderer pages;

    SourcesEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        String query = request.value("q").orElse("");
        SourcesPage page = SourcesPage.of(queries.sources(), publishers(query), query);
        return switch (request.representation()) {
            case HTML -> pages.page(page);
            case JSON -> ResourceResponse.json(200, page);
            default -> throw new RequestException(406, "the sources are available as HTML and JSON");
        };
    }

    private Map<String, Long> publishers(String query) {
        return queries.publishers(ArticleQuery.ALL).entrySet().stream()
                .filter(count -> SourcesPage.has(count.getKey(), query))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(PUBLISHERS)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }
}
