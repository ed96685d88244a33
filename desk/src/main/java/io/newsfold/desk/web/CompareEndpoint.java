package io.newsfold.desk.web;

import io.newsfold.desk.index.IndexQueries;
import java.util.Set;

/** Two texts side by side at {@code /compare?a=REF&b=REF}; {@link TextReference} says what a REF is. */
final class CompareEndpoint implements Endpoint {
    static final Set<String> PARAMETERS = Set.of("a", "b");

    private final IndexQueries queries;
    private final PageRenderer pages;

    CompareEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        ArticleVersion a = version("a", request);
        ArticleVersion b = version("b", request);
        if (a.article().id().equals(b.article().id())
                && a.version().revision() == b.version().revision()) {
            throw new RequestException(
                    400,
                    "a and b are the same text, version " + a.version().revision() + " of article "
                            + a.article().id());
        }
        return switch (request.representation()) {
            case HTML -> pages.page(ComparePage.of(a, b, query(request)));
            case JSON -> ResourceResponse.json(200, ComparisonJson.of(ComparePage.of(a, b, query(request))));
            default -> throw new RequestException(406, "a comparison is available as HTML and JSON");
        };
    }

    private ArticleVersion version(String parameter, ResourceRequest request) {
        String reference = request.value(parameter)
                .orElseThrow(() -> new RequestException(
                        400,
                        parameter + " is missing: " + ComparePage.PATH
                                + "?a=ID&b=ID compares two articles, and ID@1 is the first " + "version of one"));
        return ArticleVersion.of(TextReference.of(reference), queries);
    }

    private static String query(ResourceRequest request) {
        return ResourceRequest.address("", request.query());
    }
}
