package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists of words that tell what stands beside them: titles, roles, nationalities, events. A line of {@code words.tsv} is a list: its name, tab, its words. */
final class WordLists {
    private final Map<String, Set<String>> lists = new HashMap<>();

    private WordLists() {}

    static WordLists load() {
        WordLists words = new WordLists();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream("words.tsv"), "words.tsv"), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] columns = line.split("\t");
                words.lists.put(columns[0], Set.copyOf(Set.of(columns[1].split(" "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("words.tsv", e);
        }
        return words;
    }

    /** Whether the list has the word, in these letters. */
    boolean has(String list, String word) {
        return Objects.requireNonNull(lists.get(list), list).contains(word);
    }
}
