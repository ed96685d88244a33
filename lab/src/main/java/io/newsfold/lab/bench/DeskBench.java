package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.desk.web.WebServer;
import io.newsfold.kafka.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code newsfold bench desk [ARTICLES]}: measures the latency and the size of pages, and the cost of many open event
 * streams. Started by hand.
 */
final class DeskBench {
    private static final int STREAMS = 500;
    private static final int CHANGES = 2_000;

    private DeskBench() {}

    public static void main(String[] arguments) throws Exception {
        int articles = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("newsfold-desk-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"));
                Cluster cluster = new Cluster(broker.client())) {
            cluster.createTopics(2);
            publish(broker.client(), articles);
            long start = System.nanoTime();
            try (WebServer desk = WebServer.start(
                    new WebServer.Config(
                            "127.0.0.1",
                            0,
                            null,
                            0,
                            null,
                            folder.resolve("desk"),
                            PictureConfig.off(folder.resolve("pictures"))),
                    broker.client(),
                    new Metrics().registry())) {
                desk.awaitShown();
                System.out.printf(
                        Locale.ROOT,
                        "%,d articles indexed after %.0f s, heap %d MB%n",
                        articles,
                        (System.nanoTime() - start) / 1e9,
                        heap());
                pages(desk.address());
                streams(desk.address(), broker.client());
            }
        }
        System.exit(0);
    }

    private static void publish(Properties client, int articles) {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            SampleRecords samples = new SampleRecords(7);
            List<EnrichedArticle> story = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                EnrichedArticle article = samples.article(i, story.isEmpty() ? null : story.get(0));
                story.add(article);
                var unused = producer.send(new ProducerRecord<>(
                        Topic.ENRICHED.topicName(), article.article().id(), Json.bytes(article)));
                if (samples.isComplete(story.size())) {
                    Story published = samples.story(story);
                    var unusedToo = producer.send(
                            new ProducerRecord<>(Topic.STORIES.topicName(), published.id(), Json.bytes(published)));
                    story.clear();
                }
            }
        }
    }

    private static void pages(String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        String stories = get(http, address + "/stories.json?limit=1000");
        String id = stories.replaceFirst("(?s).*?\"id\":\"([0-9a-f]{20})\".*", "$1");
        for (String path : List.of(
                "/",
                "/stories/" + id,
                "/articles/" + id,
                "/entities/e-7",
                "/search?q=" + new SampleRecords(7).word(9),
                "/outcomes")) {
            long[] nanos = new long[200];
            int size = 0;
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                size = get(http, address + path).getBytes(UTF_8).length;
                nanos[i] = System.nanoTime() - start;
            }
            double cold = nanos[0] / 1e6;
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %,7d bytes, first %.0f ms, then p50 %.1f ms, p99 %.1f ms%n",
                    path,
                    size,
                    cold,
                    nanos[100] / 1e6,
                    nanos[198] / 1e6);
        }
    }

    private static String get(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
                .body();
    }

    /** Opens many streams, of which one in ten does not read, and publishes changes. */
    private static void streams(String address, Properties client) throws IOException, InterruptedException {
        AtomicLong events = new AtomicLong();
        List<Socket> sockets = open(URI.create(address).getPort(), events);
        long before = heap();
        long start = System.nanoTime();
        publishChanges(client);
        long expected = (long) CHANGES * (STREAMS - STREAMS / 10);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (events.get() < expected && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        System.out.printf(
                Locale.ROOT,
                "%d streams, a tenth of them not reading: %,d of %,d events read in %.1f s; heap %d MB, before %d MB%n",
                STREAMS,
                events.get(),
                expected,
                (System.nanoTime() - start) / 1e9,
                heap(),
                before);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static List<Socket> open(int port, AtomicLong events) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            sockets.add(socket);
            if (i % 10 != 0) {
                Thread reader = new Thread(() -> read(socket, events));
                reader.setDaemon(true);
                reader.start();
            }
        }
        return sockets;
    }

    /** Publishes ten changes every 100 ms. */
    private static void publishChanges(Properties client) throws InterruptedException {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < CHANGES; i++) {
                String id = ArticleId.of("https://a.example/" + i);
                StoryChange change = new StoryChange(
                        StoryChange.SCHEMA,
                        StoryChange.Kind.BEGAN,
                        Instant.now(),
                        id,
                        "A story",
                        id,
                        "A story",
                        null,
                        null,
                        null);
                var unused = producer.send(new ProducerRecord<>(Topic.CHANGES.topicName(), id, Json.bytes(change)));
                if (i % 10 == 9) {
                    producer.flush();
                    Thread.sleep(100);
                }
            }
        }
    }

    private static void read(Socket socket, AtomicLong events) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: began")) {
                    events.incrementAndGet();
                }
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    /** Heap in use after a garbage collection, in MiB. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
