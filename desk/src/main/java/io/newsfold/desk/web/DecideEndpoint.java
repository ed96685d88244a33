package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import io.newsfold.desk.index.IndexQueries;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The preview of a decision on two articles at {@code /decide?a=ID&b=ID&is=false}; makes none. */
final class DecideEndpoint implements Endpoint {
    static final Set<String> PARAMETERS = Set.of("a", "b", "is");

    private final IndexQueries queries;
    private final PageRenderer pages;
    private final boolean needsToken;

    DecideEndpoint(IndexQueries queries, PageRenderer pages, boolean needsToken) {
        this.queries = queries;
        this.pages = pages;
        this.needsToken = needsToken;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        if (request.representation() != Representation.HTML) {
            throw new RequestException(406, "a preview is a page; POST /overrides decides");
        }
        String a = OverrideEndpoint.id(required("a", request));
        String other = required("b", request);
        String b = OverrideEndpoint.id(other);
        if (a.equals(b)) {
            throw new RequestException(400, "these two are the same article");
        }
        boolean is = Boolean.parseBoolean(request.value("is").orElse("false"));
        EnrichedArticle article =
                queries.article(a).orElseThrow(() -> new RequestException(404, "there is no article " + a));
        EnrichedArticle second = queries.article(b).orElse(null);
        EnrichedArticle moving = second == null ? null : later(article, second);
        return pages.page(new DecidePage(
                article, other, second, is, moving, moving == null ? List.of() : below(moving), needsToken));
    }

    /** The one that comes later in the canonical order, by which every article has its place among the earlier ones. */
    private static EnrichedArticle later(EnrichedArticle one, EnrichedArticle other) {
        Comparator<EnrichedArticle> order = Comparator.comparing(
                        (EnrichedArticle article) -> article.article().time())
                .thenComparing(article -> article.article().seen())
                .thenComparing(article -> article.article().id());
        return order.compare(one, other) > 0 ? one : other;
    }

    private static String required(String name, ResourceRequest request) {
        return request.value(name)
                .orElseThrow(() -> new RequestException(400, "a decision is on two articles: " + name + " is missing"));
    }

    /** The articles that hang below one, directly or not; each comes after what it hangs below. */
    private List<Story.Member> below(EnrichedArticle article) {
        List<Story.Member> members =
                queries.story(article.place().story().id()).map(Story::articles).orElse(List.of());
        Set<String> moving = new HashSet<>(Set.of(article.article().id()));
        return members.stream()
                .filter(member ->
                        member.parent() != null && moving.contains(member.parent()) && moving.add(member.id()))
                .toList();
    }
}
