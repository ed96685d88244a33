package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.enrich.tag.Lexicon;
import io.newsfold.enrich.tag.NameClass;
import io.newsfold.enrich.tag.NameFeatures;
import io.newsfold.enrich.tag.NameLabels;
import io.newsfold.enrich.tag.Token;
import io.newsfold.enrich.tag.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads training sets: {@code *.tsv.gz} with a token, a tab and a BIO tag over PER, ORG, LOC and OTH on each line, and
 * a blank line after each sentence.
 */
final class NameTrainingSet {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String SUFFIX = ".tsv.gz";
    private static final String OUTSIDE = "O";
    private static final String INSIDE = "I-";

    /** Sets that are nearer to news count more, and reports of one war less. Their file names begin so. */
    private static final Map<String, Float> WEIGHTS = Map.of("uner-ewt", 3f, "gum", 2f, "re3d", 0.5f);

    private static final float USUAL_WEIGHT = 1;

    private final Lexicon lexicon = Lexicon.shipped();

    /** A token of a set and its tag. */
    private record TaggedWord(String word, String tag) {
        static TaggedWord of(String line) {
            String[] columns = line.split("\t");
            return new TaggedWord(columns[0], columns.length > 1 ? columns[1] : OUTSIDE);
        }
    }

    /** The sentences of all sets in a folder, by file name. */
    List<TrainingSentence> read(Path folder) throws IOException {
        List<TrainingSentence> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                readFile(file, weight(file.getFileName().toString()), sentences);
            }
        }
        return sentences;
    }

    private static float weight(String fileName) {
        return WEIGHTS.entrySet().stream()
                .filter(weight -> fileName.startsWith(weight.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(USUAL_WEIGHT);
    }

    private void readFile(Path file, float weight, List<TrainingSentence> sentences) throws IOException {
        try (var unzipped = new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES);
                var in = new BufferedReader(new InputStreamReader(unzipped, UTF_8))) {
            List<TaggedWord> words = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    words.add(TaggedWord.of(line));
                } else if (!words.isEmpty()) {
                    sentences.add(sentence(words, weight));
                    words.clear();
                }
            }
            if (!words.isEmpty()) {
                sentences.add(sentence(words, weight));
            }
        }
    }

    /** The sentence in our tokens: each set divides words in its own way. */
    private TrainingSentence sentence(List<TaggedWord> words, float weight) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> spans = new ArrayList<>();
        for (TaggedWord word : words) {
            int start = text.length();
            text.append(withoutEscapes(word.word()));
            addSpan(spans, word.tag(), start, text.length());
            text.append(' ');
        }
        List<Token> tokens = Tokenizer.tokens(text.toString());
        int[] labels = NameLabels.encode(tokens.size(), TextSpan.inTokens(spans, tokens));
        return new TrainingSentence(NameFeatures.of(lexicon, tokens), labels, weight);
    }

    /** Adds a word that is part of a name: to the last span, if it goes on without a gap, or as a new one. */
    private static void addSpan(List<TextSpan> spans, String tag, int start, int end) {
        int last = spans.size() - 1;
        if (tag.startsWith(INSIDE) && last >= 0 && spans.get(last).end() == start - 1) {
            spans.set(
                    last,
                    new TextSpan(spans.get(last).nameClass(), spans.get(last).start(), end));
        } else if (!tag.equals(OUTSIDE)) {
            spans.add(new TextSpan(nameClass(tag.substring(INSIDE.length())), start, end));
        }
    }

    /** The sign that a token of the Penn Treebank stands for. */
    private static String withoutEscapes(String word) {
        return switch (word) {
            case "-LRB-" -> "(";
            case "-RRB-" -> ")";
            case "``", "''" -> "\"";
            default -> word;
        };
    }

    private static NameClass nameClass(String tag) {
        return switch (tag) {
            case "PER" -> NameClass.PERSON;
            case "ORG" -> NameClass.ORGANISATION;
            case "LOC" -> NameClass.PLACE;
            default -> NameClass.OTHER;
        };
    }
}
