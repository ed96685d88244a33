package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.desk.web.WebServer;
import io.newsfold.kafka.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** {@code newsfold bench desk [ARTICLES]}: how fast pages are, how large, and what it costs to hold many streams open. By hand. */
final class DeskBench {
    private static final int STREAMS = 500;
    private static final Random RANDOM = new Random(7);
    private static final String[] WORDS = words();

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
                    new WebServer.Config("127.0.0.1", 0, null, 0, null, folder.resolve("desk")),
                    broker.client(),
                    new Metrics().registry())) {
                desk.awaitShown();
                System.out.printf(
                        Locale.ROOT,
                        "%,d articles shown after %.0f s, heap %d MB%n",
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
            List<EnrichedArticle> story = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                EnrichedArticle article = article(i, story.isEmpty() ? null : story.get(0));
                story.add(article);
                var unused = producer.send(new ProducerRecord<>(
                        Topic.ENRICHED.topicName(), article.article().id(), Json.bytes(article)));
                if (RANDOM.nextInt(3) == 0 || story.size() == 40) {
                    Story folded = story(story);
                    var unusedToo = producer.send(
                            new ProducerRecord<>(Topic.STORIES.topicName(), folded.id(), Json.bytes(folded)));
                    story.clear();
                }
            }
        }
    }

    private static EnrichedArticle article(int number, @org.jspecify.annotations.Nullable EnrichedArticle first) {
        String url = "https://paper" + number % 200 + ".example/" + number;
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 120L);
        String headline = sentence(8);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            body.append(i == 0 ? "" : "\n\n")
                    .append(sentence(25))
                    .append(". ")
                    .append(sentence(20))
                    .append('.');
        }
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int thing = RANDOM.nextInt(5_000);
            entities.add(new Entity(
                    "e-" + thing,
                    EntityType.PERSON,
                    WORDS[thing % WORDS.length],
                    null,
                    List.of(),
                    null,
                    0.1,
                    List.of(new Entity.Mention(i * 20, i * 20 + 8)),
                    List.of()));
        }
        CleanArticle.Source source = new CleanArticle.Source(null, "bench", "Paper " + number % 200);
        String id = ArticleId.of(url);
        ArticleText text = new ArticleText(
                headline,
                null,
                List.of(),
                time.atOffset(ZoneOffset.UTC),
                null,
                null,
                null,
                null,
                List.of(),
                "en",
                null,
                body.toString());
        CleanArticle article = new CleanArticle(
                CleanArticle.SCHEMA,
                id,
                url,
                source,
                text,
                entities,
                List.of(),
                List.of(new CleanArticle.Version(1, "0", time, source, List.of())),
                new CleanArticle.Cleaning(List.of()),
                new CleanArticle.Fields(null, null, null, null, null, null, null),
                List.of());
        return EnrichedArticle.of(
                article,
                new Lineage(
                        id,
                        first == null
                                ? new Lineage.StoryRef(id, headline)
                                : first.place().story(),
                        null,
                        new Lineage.Link(
                                first == null ? null : first.article().id(),
                                first == null ? Relation.FIRST : Relation.STORY,
                                0.5,
                                null,
                                false)));
    }

    private static Story story(List<EnrichedArticle> articles) {
        List<Story.Member> members = articles.stream()
                .map(a -> new Story.Member(
                        a.article().id(),
                        a.article().url(),
                        a.article().text().headline(),
                        a.article().source().publisher(),
                        a.article().time(),
                        a.place().lineage().parent(),
                        a.place().lineage().relation(),
                        0.5,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Story.Novelty(0.9, 10, List.of("12"), List.of(WORDS[3]))))
                .toList();
        CleanArticle first = articles.get(0).article();
        return new Story(
                Story.SCHEMA,
                first.id(),
                first.text().headline(),
                first.time(),
                articles.get(articles.size() - 1).article().time(),
                members.stream()
                        .map(m -> String.valueOf(m.publisher()))
                        .distinct()
                        .sorted()
                        .toList(),
                members,
                first.entities().stream()
                        .map(e -> new Story.Topical(e.id(), e.type(), e.name(), 1))
                        .toList());
    }

    private static void pages(String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        String stories = get(http, address + "/stories.json?limit=1000");
        String id = stories.replaceFirst("(?s).*?\"id\":\"([0-9a-f]{20})\".*", "$1");
        for (String path : List.of(
                "/", "/stories/" + id, "/articles/" + id, "/entities/e-7", "/search?q=" + WORDS[9], "/outcomes")) {
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

    /** Opens many streams, of which one in ten does not read, and tells them of changes. */
    private static void streams(String address, Properties client) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        AtomicLong events = new AtomicLong();
        int port = URI.create(address).getPort();
        for (int i = 0; i < STREAMS; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            sockets.add(socket);
            if (i % 10 != 0) {
                Thread reader = new Thread(() -> read(socket, events));
                reader.setDaemon(true);
                reader.start();
            }
        }
        long before = heap();
        int changes = 2_000;
        long start = System.nanoTime();
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < changes; i++) {
                String id = ArticleId.of("https://a.example/" + i);
                StoryChange change = new StoryChange(StoryChange.SCHEMA, StoryChange.Kind.BEGAN, id, id, null, null);
                var unused = producer.send(new ProducerRecord<>(Topic.CHANGES.topicName(), id, Json.bytes(change)));
                if (i % 10 == 9) {
                    producer.flush();
                    Thread.sleep(100);
                }
            }
        }
        long expected = (long) changes * (STREAMS - STREAMS / 10);
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

    private static String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS[(int) (Math.pow(RANDOM.nextDouble(), 3) * WORDS.length)]);
        }
        return sentence.toString();
    }

    private static String[] words() {
        String[] words = new String[8_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = "" + "bdfgklmnprst".charAt(i % 12) + "aeiou".charAt(i / 12 % 5) + "lmnrst".charAt(i / 60 % 6)
                    + "aeiou".charAt(i / 360 % 5) + "dgkn".charAt(i / 1800 % 4);
        }
        return words;
    }

    /** Megabytes in use after a collection. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
