package io.newsfold.desk.web;

import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.kafka.ConsumerLag;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;

/** Puts the endpoints of a desk together: which of them answers which address, and what each of them needs. */
final class DeskHandler {
    private final WebServer.Config config;
    private final DeskParts parts;

    private DeskHandler(WebServer.Config config, DeskParts parts) {
        this.config = config;
        this.parts = parts;
    }

    static Handler of(WebServer.Config config, DeskParts parts) {
        return compressed(new DeskHandler(config, parts).router());
    }

    /** Compresses texts, but no events, which have to go out at once. */
    private static Handler compressed(Handler router) {
        CompressionHandler handler = new CompressionHandler(router);
        handler.putCompression(new GzipCompression());
        handler.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressExcludeMimeType("text/event-stream")
                        .compressExcludeMimeType("application/vnd.apache.parquet")
                        .compressExcludeMimeType("image/jpeg")
                        .decompressExcludePath("/*")
                        .compressIncludeMethod("GET")
                        .build());
        return handler;
    }

    private RequestRouter router() {
        Access access = new Access(config.token(), config.perMinute());
        IndexQueries queries = new IndexQueries(parts.index());
        PageRenderer pages = new PageRenderer(new DeskStatusWatch(
                queries, parts.cluster(), () -> parts.updater().trouble().isPresent(), Clock.systemUTC()));
        return new RequestRouter(
                routes(queries, pages, access),
                new FixedResources(
                        parts.metrics(), () -> parts.watch().trouble().or(parts.updater()::trouble)),
                pages,
                parts.streams(),
                new PictureEndpoint(queries, parts.pictures()),
                parts.submissions(),
                new OverrideEndpoint(parts.client(), Clock.systemUTC(), queries::isShown),
                new McpEndpoint(new McpTools(queries)),
                access,
                config.isLoopback());
    }

    private ResourceRoutes routes(IndexQueries queries, PageRenderer pages, Access access) {
        ArticlePictures shown = new ArticlePictures(queries, parts.pictures());
        SearchEndpoint search = new SearchEndpoint(queries, pages);
        return new ResourceRoutes(
                new StoryEndpoint(queries, pages, shown, config.at(), Clock.systemUTC()),
                new ArticleEndpoint(queries, pages, shown, search, new VersionEndpoint(queries, pages)),
                new EntityEndpoint(queries, pages),
                search,
                new OutcomeEndpoint(
                        queries,
                        pages,
                        parts.updater().throughput(),
                        () -> ConsumerLag.of(parts.cluster()),
                        () -> parts.cluster().ends(List.of(Topic.RAW.topicName())),
                        parts.streams()::clients),
                new RejectionEndpoint(queries),
                new SourcesEndpoint(queries, pages),
                new DecisionsEndpoint(queries, pages, access.needsToken()),
                new DecideEndpoint(queries, pages, access.needsToken()),
                new NetworkEndpoint(queries),
                new CompareEndpoint(queries, pages));
    }
}
