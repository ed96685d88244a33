package io.newsfold.desk.web;

import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import java.util.Map;
import java.util.Set;

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
        Map<String, Long> named = queries.publishers(ArticleQuery.ALL);
        named.keySet().removeIf(name -> !SourcesPage.has(name, query));
        return MostFirst.of(named, PUBLISHERS);
    }
}
