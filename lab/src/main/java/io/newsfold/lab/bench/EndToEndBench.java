package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.OperatingSystemMXBean;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.publish.DeliverySorter;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Measures the whole pipeline in one process: throughput at full speed, then latency at a steady rate. */
public final class EndToEndBench {
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Pipeline pipeline;
    private final Iterator<Delivery> articles;

    private EndToEndBench(Pipeline pipeline, Iterator<Delivery> articles) {
        this.pipeline = pipeline;
        this.articles = articles;
    }

    /**
     * The measurements.
     *
     * @param articles number of articles for throughput
     * @param throughput from the first article sent to the last one in the files
     * @param dataBytes on disk for each article, warm-up included: topics and stores
     * @param fileBytes in files for each article, warm-up included
     * @param rate articles a second for latency
     * @param p50 median of the milliseconds from the append to {@code articles.raw} until the record can be read on
     *     {@code articles.enriched}
     * @param p99 their 99th percentile
     * @param residentMegabytes peak resident set of the process; -1 where it is not known
     */
    public record Result(
            int articles,
            Throughput throughput,
            long dataBytes,
            long fileBytes,
            double rate,
            long p50,
            long p99,
            long residentMegabytes) {}

    /**
     * How fast articles were processed.
     *
     * @param perSecond articles a second
     * @param cpuMillis processor time of the whole process for each article, in milliseconds
     * @param partMillis the same for each part of the process that has threads of its own, the largest first
     */
    public record Throughput(double perSecond, double cpuMillis, List<Map.Entry<String, Double>> partMillis) {
        public Throughput {
            partMillis = List.copyOf(partMillis);
        }
    }

    /**
     * Runs both measurements on a new broker.
     *
     * @param folder for data and files; must be empty
     * @param feed the articles, as many as are needed
     * @param articles number of articles for throughput
     * @param warmUp number of articles sent before the measurement
     */
    public static Result measure(
            Path folder, Iterator<Delivery> feed, int articles, int warmUp, double rate, int seconds)
            throws IOException {
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
        try (Pipeline pipeline = Pipeline.start(config)) {
            EndToEndBench bench = new EndToEndBench(pipeline, feed);
            bench.throughput(warmUp);
            Throughput throughput = bench.throughput(articles);
            int all = warmUp + articles;
            long dataBytes = bytes(config.data()) / all;
            long fileBytes = bytes(folder.resolve("out")) / all;
            long[] latencies = bench.latencies(rate, seconds);
            return new Result(
                    articles,
                    throughput,
                    dataBytes,
                    fileBytes,
                    rate,
                    percentile(latencies, 0.5),
                    percentile(latencies, 0.99),
                    residentMegabytes());
        }
    }

    private Throughput throughput(int count) throws IOException {
        try (DeliverySorter batch = batch(count)) {
            long start = System.nanoTime();
            long cpuStart = CPU.getProcessCpuTime();
            ProcessorTime partStart = ProcessorTime.now();
            send(batch, SendRate.unlimited(), delivery -> {});
            pipeline.awaitCaughtUp();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Throughput(
                    count / seconds,
                    (CPU.getProcessCpuTime() - cpuStart) / 1e6 / count,
                    ProcessorTime.now().since(partStart, count));
        }
    }

    /** What a folder takes on disk, by {@code du}: the broker's index files have holes, which Java cannot see. */
    private static long bytes(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-s", "-B1", folder.toString()).start();
        String answer = new String(du.getInputStream().readAllBytes(), US_ASCII);
        return Long.parseLong(answer.split("\t", 2)[0]);
    }

    private long[] latencies(double rate, int seconds) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Long> received = new ConcurrentHashMap<>();
        AtomicBoolean isOpen = new AtomicBoolean(true);
        try (DeliverySorter batch = batch((int) (rate * seconds));
                TopicReader reader = TopicReader.fromEnd(pipeline.client(), Topic.ENRICHED)) {
            Thread thread = new Thread(
                    () -> reader.follow(
                            () -> isOpen.get() && received.size() < batch.size(),
                            entry -> received.putIfAbsent(entry.key(), System.nanoTime())),
                    "latency");
            thread.start();
            send(batch, SendRate.rate(rate), delivery -> sent.put(ArticleId.of(delivery.key()), System.nanoTime()));
            pipeline.awaitCaughtUp();
            isOpen.set(false);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sent.entrySet().stream()
                .filter(article -> received.containsKey(article.getKey()))
                .mapToLong(article -> (received.getOrDefault(article.getKey(), 0L) - article.getValue()) / 1_000_000)
                .sorted()
                .toArray();
    }

    /** The next articles, made beforehand and on disk, so that their making is not measured. */
    private DeliverySorter batch(int count) {
        DeliverySorter batch = new DeliverySorter(delivery -> Instant.EPOCH, null, null);
        while (batch.size() < count && articles.hasNext()) {
            batch.add(articles.next());
        }
        if (batch.size() < count) {
            batch.close();
            throw new IllegalArgumentException("the feed has too few articles: " + count + " more are needed");
        }
        return batch;
    }

    private void send(DeliverySorter batch, SendRate rate, Consumer<Delivery> beforeEach) {
        try (RawProducer producer = new RawProducer(pipeline.client())) {
            AtomicInteger count = new AtomicInteger();
            long start = System.nanoTime();
            batch.sorted(delivery -> {
                rate.await(start, count.getAndIncrement(), delivery);
                beforeEach.accept(delivery);
                producer.publish(delivery);
            });
            producer.flush();
        }
    }

    private static long percentile(long[] sorted, double share) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Arrays.asList(line.split("\\s+")).get(1))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1; // not on Linux
        }
    }
}
