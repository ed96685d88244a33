package io.newsfold.desk.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the endpoint of a GET request by the first part of its path; the list of stories is also at {@code /}. */
final class ResourceRoutes implements Endpoint {
    private static final String ROOT = "stories";
    private static final Set<String> STORY = with(Paging.PARAMETERS, StoryEndpoint.CHOICES);
    private static final Set<String> SEARCH =
            with(with(Paging.PARAMETERS, SearchForm.PARAMETERS), Set.of(SearchEndpoint.SORT));

    private final Map<String, Route> routes;

    /** @param parameters names that a query may have */
    private record Route(Endpoint endpoint, Set<String> parameters) {}

    ResourceRoutes(
            StoryEndpoint stories,
            ArticleEndpoint articles,
            EntityEndpoint entities,
            SearchEndpoint search,
            OutcomeEndpoint outcomes,
            RejectionEndpoint rejections,
            SourcesEndpoint sources,
            DecisionsEndpoint decisions,
            DecideEndpoint decide,
            NetworkEndpoint network,
            CompareEndpoint compare) {
        routes = Map.ofEntries(
                Map.entry(ROOT, new Route(stories, STORY)),
                Map.entry("story", new Route(stories::redirect, STORY)),
                Map.entry("articles", new Route(articles, SEARCH)),
                Map.entry("entities", new Route(entities, with(Paging.PARAMETERS, EntityEndpoint.PARAMETERS))),
                Map.entry("mentions", new Route(search::mentions, SEARCH)),
                Map.entry("network", new Route(network, SEARCH)),
                Map.entry("sources", new Route(sources, SourcesEndpoint.PARAMETERS)),
                Map.entry("decisions", new Route(decisions, Paging.PARAMETERS)),
                Map.entry("decide", new Route(decide, DecideEndpoint.PARAMETERS)),
                Map.entry("search", new Route(search, SEARCH)),
                Map.entry("outcomes", new Route(outcomes, Set.of())),
                Map.entry("accounts", new Route(OutcomeEndpoint::redirect, Set.of())),
                Map.entry("fates", new Route(OutcomeEndpoint::redirect, Set.of())),
                Map.entry("compare", new Route(compare, CompareEndpoint.PARAMETERS)),
                Map.entry("rejected", new Route(rejections, Paging.PARAMETERS)));
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        String first = request.path().isEmpty() ? ROOT : request.path().get(0);
        Route route = routes.get(first);
        if (route == null) {
            throw RequestException.notFound();
        }
        requireKnown(request.query().keySet(), route.parameters());
        return route.endpoint().get(request);
    }

    /** @throws RequestException where a parameter has a name that nothing here reads */
    static void requireKnown(Set<String> asked, Set<String> known) {
        for (String name : new TreeSet<>(asked)) {
            if (!known.contains(name)) {
                String there = known.isEmpty()
                        ? "this address takes none"
                        : "there are " + String.join(", ", new TreeSet<>(known));
                throw new RequestException(400, "there is no parameter " + name + ": " + there);
            }
        }
    }
}
