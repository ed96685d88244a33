package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.text.language.LanguageDetector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * {@code newsfold bench languages FILE [N]}: how many texts of a JSON Lines file with {@code lang} and {@code text} are
 * told right, by language, and what the others are taken for. N texts of a language in a row are joined to one.
 */
public final class LanguageBench {
    /** Codes that name one language for us, by those of the file. */
    private static final Map<String, String> SAME = Map.of(
            "nb", "no", "nn", "no", "zh-Hans", "zh", "zh-Hant", "zh", "sr-Latn", "sr", "sr-Cyrl", "sr", "fil", "tl",
            "ckb", "ku");

    private LanguageBench() {}

    public static void main(String[] arguments) throws IOException {
        int joined = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Map<String, Integer> all = new TreeMap<>();
        Map<String, Integer> right = new TreeMap<>();
        Map<String, Integer> confused = new TreeMap<>();
        Map<String, StringBuilder> parts = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        double[] sure = new double[2];
        try (InputStream file = Files.newInputStream(Path.of(arguments[0]));
                BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode item = Json.reader(JsonNode.class).readTree(line);
                String language = item.path("lang").asText();
                StringBuilder text = parts.computeIfAbsent(language, l -> new StringBuilder());
                text.append(item.path("text").asText()).append('\n');
                if (counts.merge(language, 1, Integer::sum) % joined != 0) {
                    continue;
                }
                LanguageDetector.Guess guess = LanguageDetector.of(text.toString());
                text.setLength(0);
                String expected = SAME.getOrDefault(language, language);
                boolean isRight = expected.equals(SAME.getOrDefault(guess.code(), guess.code()));
                all.merge(language, 1, Integer::sum);
                right.merge(language, isRight ? 1 : 0, Integer::sum);
                sure[isRight ? 1 : 0] += guess.confidence();
                if (!isRight) {
                    confused.merge(language + " as " + guess.code(), 1, Integer::sum);
                }
            }
        }
        all.forEach((language, many) -> System.out.printf(
                "%-8s %.3f of %d%n", language, (double) right.getOrDefault(language, 0) / many, many));
        int total = all.values().stream().mapToInt(Integer::intValue).sum();
        int good = right.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("all      %.4f of %d%n", (double) good / total, total);
        System.out.printf(
                "mean confidence: right %.2f, wrong %.2f%n", sure[1] / good, sure[0] / Math.max(1, total - good));
        confused.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(40)
                .forEach(entry -> System.out.println(entry.getValue() + "  " + entry.getKey()));
    }
}
