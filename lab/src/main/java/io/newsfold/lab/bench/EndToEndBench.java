package io.newsfold.lab.bench;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Measures the whole pipeline in one process: throughput at full speed, then latency at a steady rate. */
public final class EndToEndBench {
    private final Pipeline pipeline;
    private final SampleArticles articles;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> received = new ConcurrentHashMap<>();

    private EndToEndBench(Pipeline pipeline, long seed) {
        this.pipeline = pipeline;
        this.articles = new SampleArticles(seed);
    }

    /**
     * The measurements.
     *
     * @param articles number of articles for throughput
     * @param perSecond articles a second, from the first one sent to the last one in the files
     * @param rate articles a second for latency
     * @param p50 median of the milliseconds from the append to {@code articles.raw} until the record can be read on
     *     {@code articles.enriched}
     * @param p99 their 99th percentile
     * @param residentMegabytes peak resident set of the process; -1 where it is not known
     */
    public record Result(int articles, double perSecond, double rate, long p50, long p99, long residentMegabytes) {}

    /**
     * Runs both measurements on a new broker.
     *
     * @param folder for data and files; must be empty
     * @param warmUp number of articles sent before the measurement
     */
    public static Result measure(Path folder, int articles, int warmUp, double rate, int seconds, long seed) {
        Pipeline.Config config = new Pipeline.Config(
                null, folder.resolve("data"), FileSink.Config.of(folder.resolve("out")), 2, 1, 2, AliasTable.shipped());
        try (Pipeline pipeline = Pipeline.start(config)) {
            EndToEndBench bench = new EndToEndBench(pipeline, seed);
            bench.throughput(warmUp);
            double perSecond = bench.throughput(articles);
            long[] latencies = bench.latencies(rate, seconds);
            return new Result(
                    articles,
                    perSecond,
                    rate,
                    percentile(latencies, 0.5),
                    percentile(latencies, 0.99),
                    residentMegabytes());
        }
    }

    private double throughput(int count) {
        List<Delivery> batch = batch(count);
        long start = System.nanoTime();
        send(batch, SendRate.unlimited());
        pipeline.awaitCaughtUp();
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private long[] latencies(double rate, int seconds) {
        List<Delivery> batch = batch((int) (rate * seconds));
        AtomicBoolean isOpen = new AtomicBoolean(true);
        sent.clear();
        try (TopicReader reader = TopicReader.fromEnd(pipeline.client(), Topic.ENRICHED)) {
            Thread thread = new Thread(
                    () -> reader.follow(
                            () -> isOpen.get() && received.size() < batch.size(),
                            entry -> received.putIfAbsent(entry.key(), System.nanoTime())),
                    "latency");
            thread.start();
            send(batch, SendRate.rate(rate));
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

    private List<Delivery> batch(int count) {
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(articles.next());
        }
        return batch;
    }

    private void send(List<Delivery> batch, SendRate rate) {
        try (RawProducer producer = new RawProducer(pipeline.client())) {
            long start = System.nanoTime();
            for (int i = 0; i < batch.size(); i++) {
                rate.await(start, i, batch.get(i));
                sent.put(ArticleId.of(batch.get(i).key()), System.nanoTime());
                producer.publish(batch.get(i));
            }
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
