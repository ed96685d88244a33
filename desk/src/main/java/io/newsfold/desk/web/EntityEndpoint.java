package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** An entity at {@code /entities/ID}. */
final class EntityEndpoint implements Endpoint {
    /** The names of its parameters, those of a section of the list aside. */
    static final Set<String> PARAMETERS = Set.of("from", "to");

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
        ArticleQuery naming = naming(id, request);
        Results<EnrichedArticle> found = queries.search(naming, paging.start(), paging.limit());
        if (found.items().isEmpty()) {
            throw new RequestException(
                    404,
                    "no article names " + id + (naming.from() == null && naming.to() == null ? "" : " in this time"));
        }
        if (!isAnId(id, found)) {
            return ResourceResponse.redirect(303, ResourceRequest.address("/search", Map.of("entity", id)));
        }
        Map<String, String> query = request.query();
        SortedMap<Long, Long> days = queries.days(naming);
        AttentionChart chart = AttentionChart.of(
                days,
                found.all(),
                (from, until) ->
                        ResourceRequest.address(PATH + id, Map.of("from", from.toString(), "to", until.toString())));
        EntityPage page = EntityPage.of(id, found, days, chart, query, paging.next(PATH + id, request, found));
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
                                paging.next(PATH + id, request, found),
                                Paging.isAskedBy(request) ? null : consumer -> queries.forEach(naming, consumer))
                        .as(request.representation());
        };
    }

    private static ArticleQuery naming(String id, ResourceRequest request) {
        try {
            return ArticleQuery.naming(id, request.time("from"), request.time("to"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(400, String.valueOf(e.getMessage()));
        }
    }

    /** A name finds articles too, but is nobody's address. */
    private static boolean isAnId(String id, Results<EnrichedArticle> found) {
        return found.items().stream()
                .flatMap(article -> article.article().entities().stream())
                .anyMatch(entity -> entity.id().equals(id));
    }
}
