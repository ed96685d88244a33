package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.clean.Page;
import io.newsfold.enrich.clean.PageReader;
import io.newsfold.enrich.clean.TextReader;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockFeatures;
import io.newsfold.enrich.clean.body.BodyModel;
import io.newsfold.enrich.clean.body.BoostedTrees;
import io.newsfold.enrich.clean.body.NeighbourFeatures;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.enrich.clean.input.TextNormalizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code newsfold bench train-body DIR}: grows the models of {@link BodyModel} from pages and texts with gold, and prints how well they do on pages that they
 * have not seen (five parts, by page). Writes them beside the sources of {@link BodyModel}.
 */
@SuppressWarnings("ArrayRecordComponent") // read where they lie, never compared
public final class BodyTrainer {
    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int FOLDS = 5;
    private static final int SHINGLE = 4;

    /** A page or a text with what is known of it. */
    private record Sample(
            String set,
            String id,
            List<Block> blocks,
            BlockFeatures signals,
            boolean[] labels,
            double[] weights,
            String gold) {}

    private final List<Sample> samples = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path models = Path.of(arguments[1]);
        String what = arguments.length > 2 ? arguments[2] : "page,text";
        if (what.contains("page")) {
            BodyTrainer pages = new BodyTrainer();
            for (String set : List.of("naeb", "l3s", "readability", "wcxb")) {
                pages.addPages(data.resolve(set));
            }
            pages.train(models, "page", 120, 100);
        }
        if (what.contains("text")) {
            BodyTrainer texts = new BodyTrainer();
            for (String set : List.of("naeb__flat", "naeb__mix", "l3s", "wcxb__flat", "wcxb__mix")) {
                texts.addTexts(data.resolve("flat").resolve(set + ".jsonl.gz"), set);
            }
            texts.train(models, "text", 60, 50);
        }
    }

    private void addPages(Path set) throws IOException {
        for (JsonNode gold : lines(set.resolve("gold.jsonl"))) {
            Path file = set.resolve("html").resolve(gold.path("id").asText() + ".html.gz");
            String html = read(file);
            Page page = page(html);
            String text = gold.path("text").asText();
            if (!text.isBlank() && !page.blocks().isEmpty()) {
                boolean[] labels = Alignment.labels(page.blocks(), text);
                add(set.getFileName().toString(), gold, page, labels, text);
            }
        }
    }

    private static Page page(String html) throws IOException {
        try {
            return PageReader.read(html);
        } catch (RawContent.Unusable e) {
            throw new IOException(e.sentence, e);
        }
    }

    private void addTexts(Path file, String set) throws IOException {
        for (JsonNode gold : lines(file)) {
            List<String> lines = new ArrayList<>();
            gold.path("lines").forEach(l -> lines.add(l.asText()));
            Page page = TextReader.read(String.join("\n", lines), false);
            String text = gold.path("text").asText();
            boolean[] labels = Alignment.labels(page.blocks(), text);
            if (page.blocks().size() == lines.size()) {
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = gold.path("labels").get(i).asInt() == 1;
                }
            }
            add(set, gold, page, labels, text);
            if (set.endsWith("__mix") || set.equals("l3s")) {
                addClean(gold, text);
            }
        }
    }

    /** Text that has been cleaned before: all of it is the article. */
    private void addClean(JsonNode gold, String text) {
        Page page = TextReader.read(text, false);
        boolean[] labels = new boolean[page.blocks().size()];
        Arrays.fill(labels, true);
        add("clean", gold, page, labels, text);
    }

    private void add(String set, JsonNode gold, Page page, boolean[] labels, String text) {
        String title = TextMeasures.bare(gold.path("title").asText());
        double words = TOKEN.matcher(text).results().count();
        double[] weights = new double[labels.length];
        double article = set.equals("wcxb") && !gold.path("type").asText().equals("article") ? 0.5 : 1;
        for (int i = 0; i < labels.length; i++) {
            Block block = page.blocks().get(i);
            labels[i] &= title.isEmpty() || !TextMeasures.bare(block.text()).equals(title);
            weights[i] = article * Math.min(0.5, (block.words() + 2) / (words + 100));
        }
        samples.add(new Sample(
                set,
                gold.path("id").asText(),
                page.blocks(),
                new BlockFeatures(page.blocks(), page.witnesses()),
                labels,
                weights,
                text));
    }

    private void train(Path models, String name, int firstTrees, int secondTrees) throws IOException {
        long start = System.nanoTime();
        TreeGrower.Settings first = new TreeGrower.Settings(firstTrees, 24, 12.0 / firstTrees, 0.6, 2e-4, 5);
        TreeGrower.Settings second = new TreeGrower.Settings(secondTrees, 20, 8.0 / secondTrees, 0.6, 2e-4, 5);
        int rows = samples.stream().mapToInt(s -> s.labels().length).sum();
        System.out.printf(Locale.ROOT, "%s: %d samples, %d blocks%n", name, samples.size(), rows);
        printScores("gold labels", s -> toDoubles(s.labels()));
        double[][] once = new double[samples.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            BoostedTrees trees = grow(without(fold), null, first);
            for (int k : only(fold)) {
                once[k] = judge(trees, samples.get(k), null);
            }
        }
        printScores("first look", s -> once[samples.indexOf(s)]);
        double[][] twice = new double[samples.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            BoostedTrees trees = grow(without(fold), once, second);
            for (int k : only(fold)) {
                twice[k] = judge(trees, samples.get(k), once[k]);
            }
        }
        printScores("second look", s -> twice[samples.indexOf(s)]);
        double[][] both = IntStream.range(0, samples.size())
                .mapToObj(k -> NeighbourFeatures.mean(once[k], twice[k]))
                .toArray(double[][]::new);
        printScores("both", s -> both[samples.indexOf(s)]);
        printWorst(both);
        int[] all = IntStream.range(0, samples.size()).toArray();
        write(grow(all, null, first), models.resolve(name + "-first.trees.gz"));
        write(grow(all, once, second), models.resolve(name + "-second.trees.gz"));
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static void write(BoostedTrees trees, Path file) throws IOException {
        TreeGrower.write(trees, Files.newOutputStream(file));
        System.out.println(file + " " + Files.size(file) + " bytes");
    }

    private int part(int k) {
        return Math.floorMod(samples.get(k).id().hashCode() * 31, FOLDS);
    }

    private int[] without(int fold) {
        return IntStream.range(0, samples.size()).filter(k -> part(k) != fold).toArray();
    }

    private int[] only(int fold) {
        return IntStream.range(0, samples.size()).filter(k -> part(k) == fold).toArray();
    }

    private BoostedTrees grow(int[] which, double @Nullable [][] once, TreeGrower.Settings settings) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int k : which) {
            Sample sample = samples.get(k);
            rows.addAll(Arrays.asList(rows(sample, once == null ? null : once[k])));
            for (int i = 0; i < sample.labels().length; i++) {
                labels.add(sample.labels()[i]);
                weights.add(sample.weights()[i]);
            }
        }
        boolean[] label = new boolean[labels.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = labels.get(i);
        }
        return TreeGrower.grow(
                rows.toArray(float[][]::new),
                label,
                weights.stream().mapToDouble(w -> w).toArray(),
                settings);
    }

    private static float[][] rows(Sample sample, double @Nullable [] once) {
        BlockFeatures signals = sample.signals();
        NeighbourFeatures look = once == null ? null : new NeighbourFeatures(signals, once);
        float[][] rows = new float[signals.size()][signals.count() + (once == null ? 0 : NeighbourFeatures.COUNT)];
        for (int i = 0; i < rows.length; i++) {
            signals.fill(i, rows[i]);
            if (look != null) {
                look.fill(i, rows[i], signals.count());
            }
        }
        return rows;
    }

    private static double[] judge(BoostedTrees trees, Sample sample, double @Nullable [] once) {
        return Arrays.stream(rows(sample, once)).mapToDouble(trees::probability).toArray();
    }

    private static double[] toDoubles(boolean[] labels) {
        double[] doubles = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            doubles[i] = labels[i] ? 1 : 0;
        }
        return doubles;
    }

    private void printScores(String what, java.util.function.Function<Sample, double[]> judged) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Sample sample : samples) {
            double[] score = score(sample, judged.apply(sample));
            double[] sum = sums.computeIfAbsent(sample.set(), s -> new double[5]);
            sum[0] += score[0];
            sum[1] += score[1];
            sum[2] += score[2];
            sum[3]++;
            sum[4] += score[3];
        }
        sums.forEach((set, sum) -> {
            double p = sum[0] / (sum[3] - sum[4]);
            double r = sum[1] / sum[3];
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %-12s F1 %.3f  P %.3f  R %.3f  page F1 %.3f%n",
                    what,
                    set,
                    2 * p * r / (p + r),
                    p,
                    r,
                    sum[2] / sum[3]);
        });
    }

    /** Precision, recall, F1, and 1 where nothing was kept. */
    private static double[] score(Sample sample, double[] judged) {
        String body = IntStream.range(0, judged.length)
                .filter(i -> judged[i] > 0.5)
                .mapToObj(i -> sample.blocks().get(i).text())
                .collect(Collectors.joining("\n"));
        Map<List<String>, Integer> gold = shingles(sample.gold());
        Map<List<String>, Integer> found = shingles(body);
        double hits = found.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), gold.getOrDefault(e.getKey(), 0)))
                .sum();
        double all = found.values().stream().mapToInt(i -> i).sum();
        double wanted = gold.values().stream().mapToInt(i -> i).sum();
        double p = all == 0 ? 0 : hits / all;
        double r = wanted == 0 ? 0 : hits / wanted;
        return new double[] {p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), all == 0 ? 1 : 0};
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> tokens = TOKEN.matcher(text).results().map(m -> m.group()).toList();
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, tokens.size() - SHINGLE + 1) && !tokens.isEmpty(); i++) {
            shingles.merge(tokens.subList(i, Math.min(tokens.size(), i + SHINGLE)), 1, Integer::sum);
        }
        return shingles;
    }

    private void printWorst(double[][] judged) {
        record Worst(Sample sample, double[] score) {}
        IntStream.range(0, samples.size())
                .mapToObj(k -> new Worst(samples.get(k), score(samples.get(k), judged[k])))
                .sorted((a, b) -> Double.compare(a.score()[2], b.score()[2]))
                .limit(40)
                .forEach(w -> printWorst(w.sample(), w.score(), judged[samples.indexOf(w.sample())]));
    }

    private static void printWorst(Sample sample, double[] score, double[] judged) {
        System.out.printf(
                Locale.ROOT,
                "worst %s %s P %.2f R %.2f gold %.2f%n",
                sample.set(),
                sample.id(),
                score[0],
                score[1],
                score(sample, toDoubles(sample.labels()))[2]);
        IntStream.range(0, judged.length)
                .filter(i -> judged[i] > 0.5 != sample.labels()[i])
                .boxed()
                .sorted(java.util.Comparator.comparingInt(
                        (Integer i) -> -sample.blocks().get(i).words()))
                .limit(4)
                .forEach(i -> System.out.printf(
                        Locale.ROOT,
                        "    %s %.2f block %d of %d: %s%n",
                        sample.labels()[i] ? "missed" : "wrong",
                        judged[i],
                        i,
                        judged.length,
                        TextNormalizer.cut(sample.blocks().get(i).text(), 120)));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : read(file).split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(Json.reader(JsonNode.class).readTree(line));
            }
        }
        return lines;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, UTF_8))) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 16];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        }
    }
}
