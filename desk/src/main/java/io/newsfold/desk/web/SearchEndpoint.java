package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LanguageCode;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.Results;
import io.newsfold.desk.index.Snippet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The search for articles at {@code /search}, and their entities as a flat table at {@code /mentions}. */
final class SearchEndpoint implements Endpoint {
    static final String SORT = "sort";

    private static final String PATH = "/search";
    private static final String MENTIONS = "/mentions";
    private static final int PICKED_PUBLISHERS = 500;

    private final IndexQueries queries;
    private final PageRenderer pages;

    SearchEndpoint(IndexQueries queries, PageRenderer pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        requireNoMore(request);
        return search(request, PATH);
    }

    /** The entities of the articles that are found, a row for each of each. */
    ResourceResponse mentions(ResourceRequest request) {
        requireNoMore(request);
        if (!request.representation().isForManyRows()) {
            throw new RequestException(406, "the entities of articles are available as CSV and JSON Lines");
        }
        ArticleQuery query = SearchForm.of(request, queries).orThrow();
        Results<EnrichedArticle> found = find(request, query, Paging.of(request));
        return listing(request, MENTIONS, query, found, RowFormat.MENTIONS).as(request.representation());
    }

    private static void requireNoMore(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
    }

    /** @param path of the list in its representations as data */
    ResourceResponse search(ResourceRequest request, String path) {
        Paging paging = Paging.of(request);
        SearchForm form = SearchForm.of(request, queries);
        if (request.representation() == Representation.HTML) {
            return page(request, form, paging);
        }
        ArticleQuery query = form.orThrow();
        return listing(request, path, query, find(request, query, paging), RowFormat.ARTICLES)
                .as(request.representation());
    }

    private Listing<EnrichedArticle> listing(
            ResourceRequest request,
            String path,
            ArticleQuery query,
            Results<EnrichedArticle> found,
            RowFormat<EnrichedArticle> format) {
        return new Listing<>(
                "Articles",
                path,
                format,
                found.items(),
                found.all(),
                Paging.of(request).next(path, request, found),
                Paging.isAskedBy(request) ? null : consumer -> queries.forEach(query, consumer));
    }

    /** A page with the problems beside their fields, and nothing found, where a parameter has no sense. */
    private ResourceResponse page(ResourceRequest request, SearchForm form, Paging paging) {
        ArticleQuery query = form.query();
        boolean isWrong = !form.problems().isEmpty();
        Results<EnrichedArticle> found = isWrong ? new Results<>(List.of(), 0) : find(request, query, paging);
        Map<String, Snippet> snippets = new TreeMap<>();
        found.items().forEach(article -> snippets.put(article.article().id(), queries.snippet(query, article)));
        Map<String, String> parameters = new TreeMap<>(request.query());
        SearchPage page = new SearchPage(
                found,
                snippets,
                parameters,
                form.problems(),
                AttentionChart.of(
                        isWrong ? new TreeMap<>() : queries.days(query),
                        found.all(),
                        (from, until) -> span(parameters, query, from, until)),
                isWrong ? List.of() : facets(query, parameters),
                mostNamed(),
                paging.next(PATH, request, found));
        return pages.page(isWrong ? 400 : 200, page);
    }

    /** The address of the search in the days of a bar, as far as they are within those of the search. */
    private static String span(Map<String, String> parameters, ArticleQuery query, LocalDate from, LocalDate until) {
        Map<String, String> narrower = new TreeMap<>(parameters);
        if (query.from() == null || query.from().isBefore(begin(from))) {
            narrower.put("from", from.toString());
        }
        if (query.to() == null || query.to().isAfter(begin(until))) {
            narrower.put("to", until.toString());
        }
        narrower.remove("start");
        return ResourceRequest.address(PATH, narrower);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<Facet> facets(ArticleQuery query, Map<String, String> parameters) {
        UnaryOperator<String> same = UnaryOperator.identity();
        return List.of(
                Facet.of("Sources", "publisher", queries.publishers(query), same, parameters),
                Facet.of(queries.entities(query), parameters),
                Facet.of("Topics", "topic", queries.topics(query), same, parameters),
                Facet.of("Languages", "language", queries.languages(query), LanguageCode::name, parameters),
                Facet.of("Kinds", "kind", queries.kinds(query), DisplayText::words, parameters));
    }

    private Set<String> mostNamed() {
        return new TreeSet<>(MostFirst.of(queries.publishers(ArticleQuery.ALL), PICKED_PUBLISHERS)
                .keySet());
    }

    private Results<EnrichedArticle> find(ResourceRequest request, ArticleQuery query, Paging paging) {
        String sort = request.value(SORT).orElse("newest");
        if (!Set.of("newest", "relevance").contains(sort)) {
            throw new RequestException(400, "sort is newest or relevance, not " + sort);
        }
        try {
            return sort.equals("relevance") && !query.words().isBlank()
                    ? queries.mostRelevant(query, paging.start(), paging.limit())
                    : queries.search(query, paging.start(), paging.limit());
        } catch (IllegalArgumentException e) {
            throw new RequestException(400, String.valueOf(e.getMessage()));
        }
    }
}
