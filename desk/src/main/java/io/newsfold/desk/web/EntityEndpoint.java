package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;

/** An entity at {@code /entities/ID}. */
final class EntityEndpoint implements Endpoint {
    private static final String PATH = "/entities/";
    private static final int ARTICLES = 100;

    private final IndexQueries queries;
    private final PageRenderer pages;

    EntityEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 2) {
            throw RequestException.notFound();
        }
        String id = request.path().get(1);
        Paging paging = Paging.of(request, ARTICLES);
        ArticleQuery naming = ArticleQuery.naming(id);
        Results<EnrichedArticle> found = queries.search(naming, paging.start(), paging.limit());
        if (found.items().isEmpty()) {
            throw new RequestException(404, "no article names " + id);
        }
        EntityPage page = EntityPage.of(id, found, queries.days(naming));
        return switch (request.representation()) {
            case HTML -> pages.page(page);
            case JSON -> ResourceResponse.json(200, page);
            default ->
                new Listing<>(
                                page.name(),
                                PATH + id,
                                RowFormat.ARTICLES,
                                found.items(),
                                found.all(),
                                paging.next(PATH + id, request, found))
                        .as(request.representation());
        };
    }
}
