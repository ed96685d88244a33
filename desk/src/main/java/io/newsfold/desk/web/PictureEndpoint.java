package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.picture.ArticlePicture;
import io.newsfold.desk.picture.PictureCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The pictures at {@code /pictures/ID}. No thread waits for one that is being fetched: the answer comes when it is
 * there, or after two seconds without it.
 */
final class PictureEndpoint {
    private static final int WAIT_MILLIS = 2_000;
    private static final String JPEG = "image/jpeg";

    /** Not for longer, so that the picture of an article goes soon after its withdrawal. */
    private static final String AN_HOUR = "public, max-age=3600";

    private static final String SHORT = "public, max-age=5";

    private final IndexQueries queries;
    private final PictureCache cache;

    PictureEndpoint(IndexQueries queries, PictureCache cache) {
        this.queries = queries;
        this.cache = cache;
    }

    /**
     * Answers 200 with a JPEG, or 404, which may be cached for seconds only.
     *
     * @param path of the request, decoded; the first part is that of pictures
     * @param parameters names in the query; there may be none
     * @throws RequestException where the path or a parameter is wrong
     */
    CompletableFuture<ResourceResponse> get(List<String> path, Set<String> parameters) {
        if (path.size() != 2) {
            throw RequestException.notFound();
        }
        ResourceRoutes.requireKnown(parameters, Set.of());
        Optional<ArticlePicture> picture =
                queries.article(path.get(1)).map(EnrichedArticle::article).flatMap(ArticlePicture::of);
        if (picture.isEmpty()) {
            return CompletableFuture.completedFuture(response(Optional.empty()));
        }
        return cache.get(picture.get())
                .copy()
                .completeOnTimeout(Optional.empty(), WAIT_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(PictureEndpoint::response);
    }

    private static ResourceResponse response(Optional<byte[]> jpeg) {
        return jpeg.map(bytes -> new ResourceResponse(200, JPEG, bytes, Map.of("Cache-Control", AN_HOUR)))
                .orElseGet(() -> ResourceResponse.problem(404, "there is no picture of this article, or not yet")
                        .with("Cache-Control", SHORT));
    }
}
