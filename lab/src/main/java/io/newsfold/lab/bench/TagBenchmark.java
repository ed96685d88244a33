package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
 * {@code newsfold bench tag FILE}: measures the milliseconds for all texts of a file of JSON Lines with {@code text},
 * with one thread. Prints the number of tokens, and the load time and the heap of the tagger.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class TagBenchmark {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    @Param("")
    private String file = "";

    private final List<String> texts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Tagger tagger;

    @Setup(Level.Trial)
    @SuppressWarnings("SystemOut")
    public void read() throws IOException {
        long tokens = 0;
        for (String line : Files.readString(Path.of(file), UTF_8).lines().toList()) {
            String text =
                    Json.reader(JsonNode.class).readTree(line).path("text").asText();
            texts.add(text);
            tokens += TOKEN.matcher(text).results().count();
        }
        long before = heap();
        long begin = System.nanoTime();
        tagger = new Tagger();
        tagger.entities("", "Nobody said so.", "en");
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf(
                "%,d texts, %,d tokens; loaded in %,d ms, %,d MB of heap%n",
                texts.size(), tokens, millis, (heap() - before) >> 20);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Benchmark
    public void tag(Blackhole hole) {
        texts.forEach(text -> hole.consume(tagger.entities("", text, "en")));
    }
}
