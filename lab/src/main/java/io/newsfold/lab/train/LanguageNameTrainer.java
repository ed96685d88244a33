package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.CharacterFeatures;
import io.newsfold.enrich.tag.Lexicon;
import io.newsfold.enrich.tag.NameClass;
import io.newsfold.enrich.tag.NameFeatures;
import io.newsfold.enrich.tag.NameLabels;
import io.newsfold.enrich.tag.NameModel;
import io.newsfold.enrich.tag.NameSpan;
import io.newsfold.enrich.tag.Token;
import io.newsfold.enrich.tag.Tokenizer;
import io.newsfold.text.WritingSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code newsfold bench train-language-names DIR TARGET LANGUAGE...}: trains the models of other languages than English
 * from sets in DIR, a folder for each with {@code train.jsonl.gz} and {@code dev.jsonl.gz}, and prints how they do on
 * the latter.
 */
public final class LanguageNameTrainer {
    /** Smaller weights are left out: a third of the bytes for a hundredth of the F1. */
    private static final float SMALLEST = 0.1f;

    /** The sets of each language with their weights; what is not named after the language lends it a hand. */
    private static final Map<String, String> SETS = Map.ofEntries(
            Map.entry("de", "de-germeval2014 1, de-mobie .3, de-xlime-tweets .3"),
            Map.entry("fr", "fr-wikiner 1, fr-europeana .1, pt-uner-bosque .3, es-xlime-tweets .2"),
            Map.entry("es", "es-xlime-tweets 1, pt-uner-bosque 1, fr-wikiner .5, it-xlime-tweets .5"),
            Map.entry("it", "it-xlime-tweets 1, pt-uner-bosque 1, fr-wikiner .5, es-xlime-tweets .5"),
            Map.entry("pt", "pt-uner-bosque 1"),
            Map.entry("uk", "ru-factrueval .3"),
            Map.entry("vi", "id-nergrit .3"),
            Map.entry("nl", "de-germeval2014 .5, da-uner-ddt .5, no-nb-norne .5, nl-europeana .2"),
            Map.entry("pl", "sk-uner-snk .5, hr-uner-set 1, sr-uner-set .5"),
            Map.entry("cs", "sk-uner-snk 1, hr-uner-set 1, sr-uner-set .5"),
            Map.entry("ru", "ru-factrueval 1"),
            Map.entry("tr", "tr-wiki 1"),
            Map.entry("ar", "ar-aqmar 1"),
            Map.entry("fa", "fa-parstwiner 1"),
            Map.entry("hi", "hi-hiner 1"),
            Map.entry("zh", "zh-uner-gsdsimp 1"),
            Map.entry("ja", "ja-gsd 1, ja-stockmark-wikipedia 1"),
            Map.entry("ko", "ko-klue 1"),
            Map.entry("id", "id-nergrit 1, id-nerp .5"),
            Map.entry("sv", "sv-webbnyheter 1, sv-uner-talbanken 1, no-nb-norne .3, da-uner-ddt .3"),
            Map.entry("da", "da-uner-ddt 1, no-nb-norne .3"),
            Map.entry("no", "no-nb-norne 1, no-nn-norne 1"),
            Map.entry("fi", "fi-turku 1"),
            Map.entry("hu", "hu-nerkor-news-wiki 1"),
            Map.entry("ro", "ro-ronec 1, pt-uner-bosque .3"),
            Map.entry("sk", "sk-uner-snk 1, hr-uner-set .3"),
            Map.entry("hr", "hr-uner-set 1, sr-uner-set 1"));

    /** News of today in its own words, of which there is little. */
    private static final float WEIGHT_OF_OWN = 2;

    private static final Pattern MARK = Pattern.compile("\\[([POLM]) ([^\\]]+)]");
    private static final Map<String, NameClass> CLASS_BY_LETTER =
            Map.of("P", NameClass.PERSON, "O", NameClass.ORGANISATION, "L", NameClass.PLACE);

    private final Lexicon lexicon = Lexicon.shipped();
    private final Path folder;
    private final String language;
    private final WritingSystem writing;

    private LanguageNameTrainer(Path folder, String language) {
        this.folder = folder;
        this.language = language;
        writing = WritingSystem.of(language);
    }

    /** A sentence with its names. */
    private record Labelled(List<Token> tokens, List<NameSpan> names) {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        for (String language : Arrays.asList(arguments).subList(2, arguments.length)) {
            new LanguageNameTrainer(Path.of(arguments[0]), language).run(target.resolve(language + ".model.gz"));
        }
    }

    private void run(Path target) throws IOException {
        List<TrainingSentence> sentences = new ArrayList<>();
        for (String set : SETS.getOrDefault(language, "").split(", ")) {
            String[] parts = set.split(" ");
            if (parts.length > 1) {
                List<Labelled> read = read(folder.resolve(parts[0]).resolve("train.jsonl.gz"));
                add(read, Float.parseFloat(parts[1]), sentences);
            }
        }
        add(ownSentences(), WEIGHT_OF_OWN, sentences);
        new NameTrainer().run(sentences, 1, SMALLEST, target);
        NameModel model;
        try (var in = Files.newInputStream(target)) {
            model = NameModel.read(writing, in);
        }
        try (Stream<Path> sets = Files.list(folder)) {
            for (Path set : sets.filter(s -> s.getFileName().toString().startsWith(language + "-"))
                    .sorted()
                    .toList()) {
                score(model, set);
            }
        }
    }

    private void add(List<Labelled> labelled, float weight, List<TrainingSentence> sentences) {
        for (Labelled sentence : labelled) {
            int[] labels = NameLabels.encode(sentence.tokens().size(), sentence.names());
            sentences.add(new TrainingSentence(features(sentence.tokens()), labels, weight));
        }
    }

    /** The sentences written for this project, in which names are marked as {@code [P Anna Berg]}; mostly none. */
    private List<Labelled> ownSentences() throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        var stream = LanguageNameTrainer.class.getResourceAsStream("names/" + language + ".txt");
        if (stream == null) {
            return sentences;
        }
        try (var in = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                sentences.add(marked(line));
            }
        }
        return sentences;
    }

    private Labelled marked(String line) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> spans = new ArrayList<>();
        int from = 0;
        for (Matcher mark = MARK.matcher(line); mark.find(); from = mark.end()) {
            text.append(line, from, mark.start());
            int start = text.length();
            text.append(mark.group(2));
            spans.add(new TextSpan(CLASS_BY_LETTER.getOrDefault(mark.group(1), NameClass.OTHER), start, text.length()));
        }
        text.append(line.substring(from));
        List<Token> tokens = Tokenizer.tokens(text.toString(), language);
        return new Labelled(tokens, TextSpan.inTokens(spans, tokens));
    }

    private int[][] features(List<Token> tokens) {
        return writing == WritingSystem.CHARACTERS
                ? CharacterFeatures.of(lexicon, tokens)
                : NameFeatures.of(lexicon, tokens);
    }

    private void score(NameModel model, Path set) throws IOException {
        int[] found = new int[NameClass.values().length];
        int[] right = new int[found.length];
        int[] all = new int[found.length];
        for (Labelled labelled : read(set.resolve("dev.jsonl.gz"))) {
            Set<NameSpan> gold = new HashSet<>(labelled.names());
            gold.forEach(name -> all[name.nameClass().ordinal()]++);
            for (NameSpan name : model.find(labelled.tokens())) {
                found[name.nameClass().ordinal()]++;
                right[name.nameClass().ordinal()] += gold.contains(name) ? 1 : 0;
            }
        }
        int other = NameClass.OTHER.ordinal();
        System.out.printf(
                Locale.ROOT,
                "%-28s F1 %.3f  precision %.3f recall %.3f  person %.3f organisation %.3f place %.3f%n",
                set.getFileName(),
                f1(sum(right, other), sum(all, other), sum(found, other)),
                (double) sum(right, other) / Math.max(1, sum(found, other)),
                (double) sum(right, other) / Math.max(1, sum(all, other)),
                f1(right[0], all[0], found[0]),
                f1(right[1], all[1], found[1]),
                f1(right[2], all[2], found[2]));
    }

    private static int sum(int[] counts, int end) {
        return Arrays.stream(counts, 0, end).sum();
    }

    private static double f1(int right, int all, int found) {
        return 2.0 * right / Math.max(1, all + found);
    }

    private List<Labelled> read(Path file) throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        try (var unzipped = new GZIPInputStream(Files.newInputStream(file));
                var in = new BufferedReader(new InputStreamReader(unzipped, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode item = Json.reader(JsonNode.class).readTree(line);
                String text = item.get("text").asText();
                List<Token> tokens = Tokenizer.tokens(text, language);
                sentences.add(new Labelled(tokens, TextSpan.inTokens(spans(text, item.get("spans")), tokens)));
            }
        }
        return sentences;
    }

    private static List<TextSpan> spans(String text, JsonNode spans) {
        List<TextSpan> found = new ArrayList<>();
        for (JsonNode span : spans) {
            found.add(new TextSpan(
                    nameClass(span.get("type").asText()),
                    text.offsetByCodePoints(0, span.get("start").asInt()),
                    text.offsetByCodePoints(0, span.get("end").asInt())));
        }
        return found;
    }

    private static NameClass nameClass(String type) {
        return switch (type) {
            case "PERSON" -> NameClass.PERSON;
            case "ORGANISATION" -> NameClass.ORGANISATION;
            case "PLACE" -> NameClass.PLACE;
            default -> NameClass.OTHER;
        };
    }
}
