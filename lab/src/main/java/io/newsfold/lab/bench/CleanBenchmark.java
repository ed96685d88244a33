package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.clean.ArticleCleaner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * {@code newsfold bench clean DIR}: measures the milliseconds for all pages of a set, parsed alone and cleaned, and
 * for all plain texts, with one thread. {@code DIR} has {@code html/*.html.gz}; plain texts, if any, are in
 * {@code ../flat/SET__flat.jsonl.gz} or {@code ../flat/SET.jsonl.gz}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class CleanBenchmark {
    @Param("")
    private String folder = "";

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final List<RawArticle> pages = new ArrayList<>();
    private final List<RawArticle> texts = new ArrayList<>();

    @Setup(Level.Trial)
    public void read() throws IOException {
        Path set = Path.of(folder).toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(set.resolve("html"))) {
            for (Path file : files.sorted().toList()) {
                pages.add(raw(unzipped(file), "text/html"));
            }
        }
        for (String name : List.of(set.getFileName() + "__flat.jsonl.gz", set.getFileName() + ".jsonl.gz")) {
            Path flat = set.resolveSibling("flat").resolve(name);
            if (Files.exists(flat)) {
                for (String line : new String(unzipped(flat), UTF_8).lines().toList()) {
                    StringBuilder text = new StringBuilder();
                    for (JsonNode one :
                            Json.reader(JsonNode.class).readTree(line).path("lines")) {
                        text.append(one.asText()).append('\n');
                    }
                    texts.add(raw(text.toString().getBytes(UTF_8), "text/plain"));
                }
            }
        }
        System.out.println(pages.size() + " pages, " + texts.size() + " texts");
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static RawArticle raw(byte[] body, String type) {
        About about = About.of(Instant.now(), "bench", type);
        return new RawArticle("sha256:bench", body, about, new Coordinates("articles.raw", 0, 0));
    }

    @Benchmark
    public void parseAlone(Blackhole hole) {
        for (RawArticle page : pages) {
            byte[] body = page.body();
            hole.consume(Jsoup.parse(new String(body == null ? new byte[0] : body, UTF_8)));
        }
    }

    @Benchmark
    public void cleanPages(Blackhole hole) {
        pages.forEach(page -> hole.consume(cleaner.clean(page)));
    }

    @Benchmark
    public void cleanTexts(Blackhole hole) {
        texts.forEach(text -> hole.consume(cleaner.clean(text)));
    }
}
