package io.newsfold.lab.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.enrich.clean.Page;
import io.newsfold.enrich.clean.PageReader;
import io.newsfold.enrich.clean.TextReader;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockFeatures;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads pages and texts with gold from the folders of the data sets. */
final class BodySampleReader {
    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final double WEIGHT_OF_OTHER_PAGES = 0.5;
    private static final double MOST_WEIGHT = 0.5;

    private final List<BodySample> samples = new ArrayList<>();

    /** All samples that have been read, in that order. */
    List<BodySample> samples() {
        return List.copyOf(samples);
    }

    /** Reads the pages of one set: {@code gold.jsonl}, and {@code html/ID.html.gz} for each line. */
    void readPages(Path set) throws IOException {
        for (JsonNode gold : lines(set.resolve("gold.jsonl"))) {
            Path file = set.resolve("html").resolve(gold.path("id").asText() + ".html.gz");
            Page page = page(read(file));
            String text = gold.path("text").asText();
            if (!text.isBlank() && !page.blocks().isEmpty()) {
                add(set.getFileName().toString(), gold, page, Alignment.labels(page.blocks(), text));
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

    /**
     * Reads the texts of one set: a line of JSON for each, with its lines, its gold text and the labels of its lines.
     *
     * @param set the name of the set
     */
    void readTexts(Path file, String set) throws IOException {
        for (JsonNode gold : lines(file)) {
            List<String> lines = new ArrayList<>();
            gold.path("lines").forEach(l -> lines.add(l.asText()));
            Page page = TextReader.read(String.join("\n", lines), false);
            boolean[] labels = Alignment.labels(page.blocks(), gold.path("text").asText());
            if (page.blocks().size() == lines.size()) {
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = gold.path("labels").get(i).asInt() == 1;
                }
            }
            add(set, gold, page, labels);
            if (set.endsWith("__mix") || set.equals("l3s")) {
                addClean(gold);
            }
        }
    }

    /** Adds the gold text as one that has been cleaned before: all of it is the article. */
    private void addClean(JsonNode gold) {
        Page page = TextReader.read(gold.path("text").asText(), false);
        boolean[] labels = new boolean[page.blocks().size()];
        Arrays.fill(labels, true);
        add("clean", gold, page, labels);
    }

    private void add(String set, JsonNode gold, Page page, boolean[] labels) {
        String text = gold.path("text").asText();
        String title = TextMeasures.bare(gold.path("title").asText());
        boolean isOther = set.equals("wcxb") && !gold.path("type").asText().equals("article");
        double weight = isOther ? WEIGHT_OF_OTHER_PAGES : 1;
        double words = TOKEN.matcher(text).results().count();
        double[] weights = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            Block block = page.blocks().get(i);
            labels[i] &= title.isEmpty() || !TextMeasures.bare(block.text()).equals(title);
            weights[i] = weight * Math.min(MOST_WEIGHT, (block.words() + 2) / (words + 100));
        }
        BlockFeatures features = new BlockFeatures(page.blocks(), page.declaredText());
        String id = gold.path("id").asText();
        String headline = page.declaredText().headline();
        samples.add(new BodySample(set, id, page.blocks(), features, headline, labels, weights, text));
    }

    /**
     * Reads pages of which only some passages are known: {@code gold.jsonl} with {@code file}, {@code with} and
     * {@code without}, and {@code html/FILE.gz} for each line.
     */
    void readPassages(Path set) throws IOException {
        for (JsonNode gold : lines(set.resolve("gold.jsonl"))) {
            String id = gold.path("file").asText();
            Page page = pageOfBytes(set.resolve("html").resolve(id + ".gz"));
            KnownPassages known = KnownPassages.of(page.blocks(), gold.path("with"), gold.path("without"));
            BlockFeatures features = new BlockFeatures(page.blocks(), page.declaredText());
            String name = set.getFileName().toString();
            String headline = page.declaredText().headline();
            samples.add(
                    new BodySample(name, id, page.blocks(), features, headline, known.labels(), known.weights(), ""));
        }
    }

    private static Page pageOfBytes(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            RawArticle.About about = RawArticle.About.of(Instant.EPOCH, "train", "text/html");
            return PageReader.read(
                    RawContent.of(in.readAllBytes(), about).decode().text());
        } catch (RawContent.Unusable e) {
            throw new IOException(file + ": " + e.sentence, e);
        }
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
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
