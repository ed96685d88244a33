package io.newsfold.lab.bench;

import io.newsfold.cli.command.ExitCodes;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code newsfold bench}: measures the whole pipeline on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures throughput, latency and memory of the whole pipeline on made-up articles;"
                + " newsfold bench stages measures each stage with JMH.")
public final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "5000",
            description = "articles for throughput, sent at full speed (default: ${DEFAULT-VALUE})")
    private int articles;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "3000",
            description = "articles sent before the measurement (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "articles a second for latency (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "duration of the latency measurement (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of the made-up articles (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--feed",
            paramLabel = "FILE",
            description = "real articles, in any form that replay reads, instead of made-up ones")
    private @Nullable Path feed;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler(new ExitCodes())
                .execute(arguments));
    }

    private Iterator<Delivery> deliveries() {
        return feed == null
                ? new SampleArticles(seed)
                : new FileFeed(List.of(feed), System.err::println).all().iterator();
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("newsfold-bench");
        try {
            EndToEndBench.Result result = EndToEndBench.measure(folder, deliveries(), articles, warmUp, rate, seconds);
            System.out.printf(
                    Locale.ROOT,
                    "%d articles: %.0f articles/s, %.1f ms of processor time, %d bytes of data and %d of files each;"
                            + " at %.0f/s from append to articles.enriched: p50 %d ms, p99 %d ms; resident set %d MB%n",
                    result.articles(),
                    result.throughput().perSecond(),
                    result.throughput().cpuMillis(),
                    result.dataBytes(),
                    result.fileBytes(),
                    result.rate(),
                    result.p50(),
                    result.p99(),
                    result.residentMegabytes());
            System.out.println("processor time in ms by part: "
                    + result.throughput().partMillis().stream()
                            .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
                            .collect(Collectors.joining(", ")));
            return ExitCodes.OK;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
