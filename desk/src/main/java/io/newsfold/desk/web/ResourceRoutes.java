package io.newsfold.desk.web;

import java.util.Map;

/** Chooses the endpoint of a GET request by the first part of its path; the list of stories is also at {@code /}. */
final class ResourceRoutes implements Endpoint {
    private static final String ROOT = "stories";

    private final Map<String, Endpoint> endpoints;

    ResourceRoutes(
            StoryEndpoint stories,
            ArticleEndpoint articles,
            EntityEndpoint entities,
            SearchEndpoint search,
            OutcomeEndpoint outcomes,
            RejectionEndpoint rejections) {
        endpoints = Map.ofEntries(
                Map.entry(ROOT, stories),
                Map.entry("story", stories::redirect),
                Map.entry("articles", articles),
                Map.entry("entities", entities),
                Map.entry("search", search),
                Map.entry("outcomes", outcomes),
                Map.entry("accounts", OutcomeEndpoint::redirect),
                Map.entry("fates", OutcomeEndpoint::redirect),
                Map.entry("rejected", rejections));
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        String first = request.path().isEmpty() ? ROOT : request.path().get(0);
        Endpoint endpoint = endpoints.get(first);
        if (endpoint == null) {
            throw RequestException.notFound();
        }
        return endpoint.get(request);
    }
}
