package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.fingerprint.Terms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code newsfold bench make-background WORDS}: makes the tables of document frequencies of other languages than English
 * from lists of wordfreq (CC BY-SA 4.0), {@code CODE.tsv.gz} with occurrences per million words, and from {@code
 * common-words.tsv} where there is no such list.
 *
 * <p>Of articles of {@link #WORDS_PER_ARTICLE} words, a word that is f of all words is in the share 1 − (1 + λ/k)^−k, with
 * λ its occurrences in an article on average, and k the smaller the more a word clusters in some articles: .3, and more
 * for frequent words. Both numbers were fitted to the English list and the English table, which was counted in articles.
 */
public final class BackgroundTableMaker {
    private static final int DOCUMENTS = 100_000;
    private static final double WORDS_PER_ARTICLE = 400;
    private static final double CLUSTERING = 0.3;
    private static final double EVENNESS = 1_000; // occurrences per million that add 1 to k
    private static final double RAREST = 0.001;
    /** Days and months are in more articles than in other texts. */
    private static final double CALENDAR_SHARE = 0.1;

    private final String language;
    private final Map<String, Double> shares = new TreeMap<>();

    private BackgroundTableMaker(String language) {
        this.language = language;
    }

    public static void main(String[] arguments) throws IOException {
        Path lists = Path.of(arguments[0]);
        Path target = Path.of(arguments[1], "background");
        JsonNode phrases = Json.reader(JsonNode.class).readTree(Files.readAllBytes(lists.resolve("phrases.json")));
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(lists)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
                String code = String.valueOf(file.getFileName()).replace(".tsv.gz", "");
                if (!code.equals("en") && !code.equals("sh")) {
                    BackgroundTableMaker maker = new BackgroundTableMaker(code);
                    maker.addFrequencies(file);
                    maker.addPhrases(phrases.path(code));
                    maker.write(target, "wordfreq-3");
                }
            }
        }
        for (BackgroundTableMaker maker : byHand().values()) {
            maker.write(target, "common-words");
        }
    }

    private static Map<String, BackgroundTableMaker> byHand() throws IOException {
        Map<String, BackgroundTableMaker> makers = new TreeMap<>();
        try (var in = reader(Objects.requireNonNull(
                BackgroundTableMaker.class.getResourceAsStream("common-words.tsv"), "common-words.tsv"))) {
            for (String line : in.lines().filter(l -> !l.startsWith("#")).toList()) {
                String[] columns = line.split("\t");
                BackgroundTableMaker maker = makers.computeIfAbsent(columns[0], BackgroundTableMaker::new);
                for (String word : columns[2].split(" ")) {
                    maker.atLeast(word, Double.parseDouble(columns[1]));
                }
            }
        }
        return makers;
    }

    private void addFrequencies(Path list) throws IOException {
        Map<String, Double> perMillion = new TreeMap<>();
        try (var in = reader(new GZIPInputStream(Files.newInputStream(list)))) {
            for (String line : in.lines().toList()) {
                String[] columns = line.split("\t");
                for (String term : Terms.of(columns[0], language)) {
                    perMillion.merge(term, Double.parseDouble(columns[1]), Double::sum);
                }
            }
        }
        perMillion.forEach((term, frequency) -> shares.put(term, share(frequency)));
    }

    private static double share(double perMillion) {
        double occurrences = perMillion * WORDS_PER_ARTICLE / 1_000_000;
        double k = CLUSTERING + perMillion / EVENNESS;
        return 1 - Math.pow(1 + occurrences / k, -k);
    }

    private void addPhrases(JsonNode phrases) {
        phrases.path("stopwords").forEach(word -> atLeast(word.asText(), 1));
        for (String calendar : List.of("months", "weekdays")) {
            phrases.path(calendar).forEach(names -> names.forEach(name -> atLeast(name.asText(), CALENDAR_SHARE)));
        }
    }

    private void atLeast(String word, double share) {
        Terms.of(word, language).forEach(term -> shares.merge(term, share, Math::max));
    }

    private void write(Path folder, String version) throws IOException {
        Path target = folder.resolve(language + ".tsv.gz");
        try (var out = new OutputStreamWriter(new SmallestGzip(Files.newOutputStream(target)), UTF_8)) {
            out.write("#documents " + DOCUMENTS + " " + version + "-" + language + "\n");
            for (Map.Entry<String, Double> share : shares.entrySet()) {
                if (share.getValue() > RAREST) {
                    out.write(share.getKey() + "\t" + Math.round(share.getValue() * DOCUMENTS) + "\n");
                }
            }
        }
        System.err.printf("%s: %,d terms, %,d bytes%n", target, shares.size(), Files.size(target));
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, UTF_8));
    }
}
