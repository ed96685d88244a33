package io.newsfold.enrich.tag;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lists of words that say what a name next to them is. A line of {@code words.tsv} is a list: its name, a tab, its
 * words. Immutable.
 */
final class WordLists {
    static final String DEMONYMS = "demonyms";
    static final String ELECTIONS = "elections";
    static final String EVENTS = "events";
    static final String TITLES = "titles";

    /** Verbs of saying. */
    static final String SAY = "say";

    private static final String RESOURCE = "words.tsv";

    private final Map<String, Set<String>> lists = new HashMap<>();

    private WordLists() {}

    /** Reads the lists that we ship. */
    static WordLists load() {
        WordLists words = new WordLists();
        TableLines.forEach(RESOURCE, line -> {
            String[] columns = line.split("\t");
            words.lists.put(columns[0], Set.of(columns[1].split(" ")));
        });
        return words;
    }

    /** Whether the list has the word with these capitals. */
    boolean has(String list, String word) {
        return Objects.requireNonNull(lists.get(list), list).contains(word);
    }

    /** Whether the word is a title or an office before a person's name, with or without the dot of an abbreviation. */
    boolean isTitle(String word) {
        return has(TITLES, word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }
}
