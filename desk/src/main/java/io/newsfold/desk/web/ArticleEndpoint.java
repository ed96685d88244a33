package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.desk.index.IndexQueries;
import java.util.List;
import java.util.TreeMap;

/**
 * The articles at {@code /articles}, one at {@code /articles/ID}, its versions at {@code /articles/ID/versions/N}, and
 * the outcomes of its deliveries at {@code /articles/ID/outcomes}.
 */
final class ArticleEndpoint implements Endpoint {
    private static final String PATH = "/articles";
    private static final String OUTCOMES = "outcomes";
    private static final String VERSIONS = "versions";
    private static final String FORMER_OUTCOMES = "fate";

    private final IndexQueries queries;
    private final PageRenderer pages;
    private final ArticlePictures pictures;
    private final SearchEndpoint search;
    private final VersionEndpoint versions;

    /**
     * @param search of which the list of articles is one
     * @param versions answers for the versions of an article
     */
    ArticleEndpoint(
            IndexQueries queries,
            PageRenderer pages,
            ArticlePictures pictures,
            SearchEndpoint search,
            VersionEndpoint versions) {
        this.queries = queries;
        this.pages = pages;
        this.pictures = pictures;
        this.search = search;
        this.versions = versions;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        List<String> path = request.path();
        return switch (path.size()) {
            case 1 -> search.search(request, PATH);
            case 2 -> article(path.get(1), request);
            case 3 ->
                switch (path.get(2)) {
                    case OUTCOMES -> outcomes(path.get(1));
                    case FORMER_OUTCOMES ->
                        ResourceResponse.redirect(301, request.addressOf(PATH + "/" + path.get(1) + "/" + OUTCOMES));
                    default -> throw RequestException.notFound();
                };
            case 4 -> version(request);
            default -> throw RequestException.notFound();
        };
    }

    private ResourceResponse version(ResourceRequest request) {
        if (!request.path().get(2).equals(VERSIONS)) {
            throw RequestException.notFound();
        }
        return versions.get(request);
    }

    private ResourceResponse article(String id, ResourceRequest request) {
        EnrichedArticle article =
                queries.article(id).orElseThrow(() -> new RequestException(404, "there is no article " + id));
        return switch (request.representation()) {
            case HTML ->
                pages.page(ArticlePage.of(
                        article, queries, pictures.shown(article.article()).orElse(null)));
            case JSON -> ResourceResponse.json(200, article);
            default ->
                new Listing<>(
                                article.article().text().headline(),
                                PATH + "/" + id,
                                RowFormat.ARTICLES,
                                List.of(article),
                                1,
                                null,
                                null)
                        .as(request.representation());
        };
    }

    /** The outcomes of all deliveries of an article, by the coordinates of the raw records. */
    private ResourceResponse outcomes(String id) {
        List<Receipt> receipts = queries.receipts(id);
        if (receipts.isEmpty()) {
            throw new RequestException(
                    404, "no delivery of article " + id + " has been processed; it may be on its way");
        }
        TreeMap<String, String> outcomes = new TreeMap<>();
        Outcomes.of(receipts).forEach((raw, outcome) -> outcomes.put(raw.toString(), OutcomeEndpoint.code(outcome)));
        return ResourceResponse.json(200, outcomes);
    }
}
