package io.newsfold.text.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tells a language from its neighbours: a line of {@code words.tsv} and of {@code marks.tsv}, and its most frequent
 * words, a line of {@code frequent.tsv}.
 *
 * @param code BCP 47
 * @param neighbours the languages that it is near to; empty where it is near to none
 * @param letters in lower case, that none of the neighbours has; empty where there are none
 * @param words in lower case, that the neighbours lack
 * @param frequent in lower case, the most frequent of the language: no mark of another
 */
record MarkWords(String code, List<String> neighbours, String letters, Set<String> words, Set<String> frequent) {
    private static final String NONE = "-";

    MarkWords {
        neighbours = List.copyOf(neighbours);
        words = Set.copyOf(words);
        frequent = Set.copyOf(frequent);
    }

    /** No marks of a language. */
    static MarkWords none(String code) {
        return new MarkWords(code, List.of(), "", Set.of(), Set.of());
    }

    /** How many words of a text are marks of this language and not words of the other. */
    int count(TextSample sample, MarkWords other) {
        int count = 0;
        for (String word : sample.words()) {
            boolean isMark = words.contains(word) && !other.words.contains(word) && !other.frequent.contains(word);
            if (isMark || hasLetter(word)) {
                count++;
            }
        }
        return count;
    }

    private boolean hasLetter(String word) {
        for (int i = 0; i < letters.length(); i++) {
            if (word.indexOf(letters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** All languages that have a line in either table, by their codes. */
    static Map<String, MarkWords> shipped() {
        Map<String, Set<String>> frequent = table("frequent.tsv");
        Map<String, Set<String>> made = table("marks.tsv");
        Map<String, MarkWords> all = new TreeMap<>();
        for (String[] columns : lines("words.tsv", 4)) {
            String code = columns[0];
            List<String> neighbours = columns[1].equals(NONE) ? List.of() : List.of(columns[1].split(" "));
            String letters = columns[2].equals(NONE) ? "" : columns[2];
            Set<String> words = new HashSet<>(words(columns[3]));
            words.addAll(made.getOrDefault(code, Set.of()));
            Set<String> common = frequent.getOrDefault(code, Set.of());
            all.put(code, new MarkWords(code, neighbours, letters, words, common));
        }
        frequent.forEach(
                (code, common) -> all.putIfAbsent(code, new MarkWords(code, List.of(code), "", Set.of(), common)));
        return all;
    }

    /** Words by the code of their language. */
    private static Map<String, Set<String>> table(String resource) {
        return lines(resource, 2).stream()
                .collect(Collectors.toMap(columns -> columns[0], columns -> words(columns[1])));
    }

    private static Set<String> words(String column) {
        return Set.of(column.split(" "));
    }

    private static List<String[]> lines(String resource, int columns) {
        var stream = Objects.requireNonNull(MarkWords.class.getResourceAsStream(resource), resource);
        try (var in = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            List<String[]> lines = in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
            lines.stream().filter(line -> line.length != columns).findFirst().ifPresent(line -> {
                throw new IllegalStateException(
                        resource + ": the line of " + line[0] + " has not " + columns + " columns");
            });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
