package io.newsfold.desk.web;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LanguageCode;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The search for articles at {@code /search}. */
final class SearchEndpoint implements Endpoint {
    /** The names of its parameters, those of a section of the list aside. */
    static final Set<String> PARAMETERS =
            Set.of("q", "from", "to", "publisher", "language", "entity", "speaker", "topic", "kind", "flag");

    private static final String PATH = "/search";

    private final IndexQueries queries;
    private final PageRenderer pages;

    SearchEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        return search(request, PATH);
    }

    /** @param path of the list in its representations as data */
    ResourceResponse search(ResourceRequest request, String path) {
        Paging paging = Paging.of(request);
        ArticleQuery query = query(request);
        Results<EnrichedArticle> found = find(query, paging);
        if (request.representation() == Representation.HTML) {
            String next = paging.next(PATH, request, found);
            return pages.page(new SearchPage(found, request.query(), queries.days(query), queries.topics(query), next));
        }
        String next = paging.next(path, request, found);
        return new Listing<>("Articles", path, RowFormat.ARTICLES, found.items(), found.all(), next)
                .as(request.representation());
    }

    private static @Nullable String language(ResourceRequest request) {
        String wanted = request.valueOrNull("language");
        return wanted == null || wanted.isBlank()
                ? null
                : LanguageCode.named(wanted)
                        .orElseThrow(() -> new IllegalArgumentException("no language is called " + wanted));
    }

    private static @Nullable ArticleKind kind(ResourceRequest request) {
        String wanted = request.valueOrNull("kind");
        return wanted == null || wanted.isBlank() ? null : ArticleKind.named(wanted);
    }

    private Results<EnrichedArticle> find(ArticleQuery query, Paging paging) {
        try {
            return queries.search(query, paging.start(), paging.limit());
        } catch (IllegalArgumentException e) {
            throw new RequestException(400, String.valueOf(e.getMessage()));
        }
    }

    private static ArticleQuery query(ResourceRequest request) {
        try {
            return new ArticleQuery(
                    request.value("q").orElse(""),
                    request.time("from"),
                    request.time("to"),
                    request.valueOrNull("publisher"),
                    language(request),
                    request.valueOrNull("entity"),
                    request.valueOrNull("speaker"),
                    request.valueOrNull("topic"),
                    kind(request),
                    request.valueOrNull("flag"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(400, String.valueOf(e.getMessage()));
        }
    }
}
