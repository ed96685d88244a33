package io.newsfold.cli.desk;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.desk.web.WebServer;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.FileFeed;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole pipeline with its desk on a free port; the seed feed is processed. */
final class RunningDesk implements AutoCloseable {
    private static final Path SEED_FEED = Path.of("..", "seeds", "feed");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Pipeline pipeline;
    private final WebServer server;

    /** A desk without pictures. */
    RunningDesk(Path folder, @Nullable String token, int perMinute) throws InterruptedException {
        this(folder, token, perMinute, PictureConfig.off(folder.resolve("pictures")));
    }

    RunningDesk(Path folder, @Nullable String token, int perMinute, PictureConfig pictures)
            throws InterruptedException {
        pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
        try (RawProducer producer = new RawProducer(pipeline.client())) {
            new FileFeed(List.of(SEED_FEED), remark -> {}).read(producer::publish);
        }
        server = WebServer.start(
                new WebServer.Config("127.0.0.1", 0, token, perMinute, null, folder.resolve("desk"), pictures),
                pipeline.client(),
                pipeline.metrics().registry());
        awaitShown();
    }

    /** Waits until the pipeline has processed all articles and the desk shows them. */
    void awaitShown() throws InterruptedException {
        pipeline.awaitCaughtUp();
        server.awaitShown();
    }

    String address() {
        return server.address();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        server.close();
        pipeline.close();
    }
}
