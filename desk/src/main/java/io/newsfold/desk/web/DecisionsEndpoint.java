package io.newsfold.desk.web;

import io.newsfold.contract.LineageOverride;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people decided at {@code /decisions}. */
final class DecisionsEndpoint implements Endpoint {
    private static final String PATH = "/decisions";

    private final IndexQueries queries;
    private final PageRenderer pages;
    private final boolean needsToken;

    DecisionsEndpoint(IndexQueries queries, PageRenderer pages, boolean needsToken) {
        this.queries = queries;
        this.pages = pages;
        this.needsToken = needsToken;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        Paging paging = Paging.of(request);
        Results<LineageOverride> found = queries.decisions(paging.start(), paging.limit());
        return switch (request.representation()) {
            case HTML -> pages.page(page(found, paging.next(PATH, request, found)));
            case JSON -> ResourceResponse.json(200, found);
            default -> throw new RequestException(406, "the decisions are available as HTML and JSON");
        };
    }

    private DecisionsPage page(Results<LineageOverride> found, @Nullable String next) {
        Map<String, String> headlines = new HashMap<>();
        Map<String, String> stories = new HashMap<>();
        for (LineageOverride decision : found.items()) {
            for (String id : List.of(decision.a(), decision.b())) {
                queries.article(id).ifPresent(article -> {
                    headlines.put(id, article.article().text().headline());
                    stories.put(id, article.place().story().id());
                });
            }
        }
        return new DecisionsPage(found.items(), found.all(), headlines, stories, needsToken, next);
    }
}
