package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Entity;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.EntityCount;
import io.newsfold.desk.index.IndexQueries;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which entities the articles of a search name together, as GraphML at {@code /network}: a node for each of the hundred
 * that most articles name, an edge where at least two articles name both.
 */
final class NetworkEndpoint implements Endpoint {
    private final IndexQueries queries;

    NetworkEndpoint(IndexQueries queries) {
        this.queries = queries;
    }

    @Override
    public ResourceResponse get(ResourceRequest request) {
        if (request.path().size() != 1) {
            throw RequestException.notFound();
        }
        ArticleQuery query = SearchForm.of(request, queries).orThrow();
        EntityNetwork network = new EntityNetwork(nodes(query));
        queries.forEach(
                query,
                article -> network.add(article.article().entities().stream()
                        .map(Entity::id)
                        .filter(network::isNode)
                        .distinct()
                        .sorted()
                        .toList()));
        return new ResourceResponse(
                200, "application/graphml+xml; charset=utf-8", network.graphMl().getBytes(UTF_8), Map.of());
    }

    /** The names of the entities that are most salient in most articles, by id. */
    private Map<String, String> nodes(ArticleQuery query) {
        return queries.entities(query).stream()
                .limit(EntityNetwork.MOST_NODES)
                .collect(Collectors.toMap(EntityCount::id, EntityCount::name, (one, same) -> one, TreeMap::new));
    }
}
