package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Json;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.desk.web.WebServer;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.sink.FileSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code newsfold bench live [RATE] [SECONDS]}: measures the time from {@code POST /articles} to the change event at
 * a client of the event stream, with the whole pipeline and both clients in one process. Started by hand.
 */
final class LiveBench {
    private static final int WARM_UP_SECONDS = 60;

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> received = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private LiveBench(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        double rate = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path folder = Files.createTempDirectory("newsfold-live-bench");
        Pipeline.Config config = new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                2,
                new Tagger(),
                TopicRules.shipped(),
                true);
        try (Pipeline pipeline = Pipeline.start(config);
                WebServer desk = WebServer.start(
                        new WebServer.Config(
                                "127.0.0.1",
                                0,
                                null,
                                0,
                                null,
                                folder.resolve("desk"),
                                PictureConfig.off(folder.resolve("pictures"))),
                        pipeline.client(),
                        pipeline.metrics().registry())) {
            LiveBench bench = new LiveBench(desk.address());
            CountDownLatch open = new CountDownLatch(1);
            Thread listener = new Thread(() -> bench.listen(open));
            listener.setDaemon(true);
            listener.start();
            open.await();
            SampleArticles articles = new SampleArticles(3);
            bench.send(articles, rate, WARM_UP_SECONDS);
            bench.awaitEvents();
            bench.sent.clear();
            bench.send(articles, rate, seconds);
            bench.awaitEvents();
            bench.report(rate);
        }
        System.exit(0);
    }

    private void send(SampleArticles articles, double rate, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            Delivery article = articles.next();
            LockSupport.parkNanos(start + (long) (i * 1e9 / rate) - System.nanoTime());
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/articles?url=" + article.key()))
                    .header("Content-Type", "text/html")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Objects.requireNonNull(article.body())))
                    .build();
            sent.put(ArticleId.of(article.key()), System.nanoTime());
            var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    private void listen(CountDownLatch open) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/events")).build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                open.countDown();
                if (line.startsWith("data: {\"schema\"")) {
                    JsonNode change = Json.reader(JsonNode.class).readTree(line.substring(6));
                    received.putIfAbsent(change.path("article").asText(), System.nanoTime());
                }
            }
        } catch (IOException e) {
            return; // the desk is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEvents() {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!received.keySet().containsAll(sent.keySet()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void report(double rate) {
        long[] millis = sent.entrySet().stream()
                .filter(e -> received.containsKey(e.getKey()))
                .mapToLong(e -> (received.getOrDefault(e.getKey(), 0L) - e.getValue()) / 1_000_000)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%.0f articles/s: %d of %d events received; p50 %d ms, p95 %d ms, p99 %d ms, at most %d ms%n",
                rate,
                millis.length,
                sent.size(),
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1]);
    }
}
