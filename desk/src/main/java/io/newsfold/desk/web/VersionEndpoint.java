package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.desk.index.IndexQueries;

/** A version of an article at {@code /articles/ID/versions/N}, with N from 1. */
final class VersionEndpoint implements Endpoint {
    private final IndexQueries queries;
    private final PageRenderer pages;

    /** @param version as the article has it */
    private record VersionJson(String article, CleanArticle.Version version, String headline, String articleBody) {}

    VersionEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        String id = request.path().get(1);
        int revision = TextReference.revision(request.path().get(3));
        ArticleVersion version = ArticleVersion.of(new TextReference(id, revision), queries);
        return switch (request.representation()) {
            case HTML -> pages.page(VersionPage.of(version));
            case JSON -> ResourceResponse.json(200, json(version));
            default -> throw new RequestException(406, "a version is available as HTML and JSON");
        };
    }

    private static VersionJson json(ArticleVersion version) {
        return new VersionJson(
                version.article().id(),
                version.version(),
                version.text().headline(),
                version.text().articleBody());
    }
}
