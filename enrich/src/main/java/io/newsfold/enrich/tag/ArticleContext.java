package io.newsfold.enrich.tag;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an article has that speaks for one of several entities of a name: its words, and the entities it surely names. */
final class ArticleContext {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Shorter words say nothing. */
    private static final int SHORTEST_WORD = 3;

    /** Words of descriptions that are in any article, or say only what kind of thing it is. */
    private static final Set<String> STOP_WORDS = Set.of(
            "and",
            "the",
            "for",
            "from",
            "with",
            "that",
            "was",
            "were",
            "are",
            "has",
            "had",
            "his",
            "her",
            "its",
            "who",
            "which",
            "this",
            "one",
            "two",
            "first",
            "second",
            "third",
            "former",
            "current",
            "also",
            "known",
            "based",
            "name",
            "new",
            "born",
            "died",
            "between",
            "since",
            "until",
            "person",
            "people",
            "organization",
            "member",
            "part",
            "located",
            "various",
            "other",
            "not",
            "all",
            "most",
            "used",
            "list",
            "type",
            "than",
            "into",
            "over",
            "about",
            "after",
            "place",
            "before",
            "north",
            "south",
            "east",
            "west",
            "large",
            "small");

    private final String headline;
    private final String body;

    /** The stems of the article's words; empty until they are asked for, as most articles have no doubtful name. */
    private final Set<String> words = new HashSet<>();

    /** For each entity those that the article names for certain and that brought it here: itself, or one related to it. */
    private final Map<String, Set<String>> related = new HashMap<>();

    ArticleContext(String headline, String body) {
        this.headline = headline;
        this.body = body;
    }

    private boolean hasWord(String stem) {
        if (words.isEmpty()) {
            addWords(headline);
            addWords(body);
        }
        return words.contains(stem);
    }

    private void addWords(String text) {
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            words.add(stem(word));
        }
    }

    /** A word without the endings of plurals. */
    private static String stem(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** Adds an entity that the article names for certain, and those related to it. */
    void add(String id, Collection<String> relations) {
        related.computeIfAbsent(id, i -> new HashSet<>()).add(id);
        relations.forEach(relation ->
                related.computeIfAbsent(relation, r -> new HashSet<>()).add(id));
    }

    /** The words of a description that the article has, without those of the name. */
    List<String> shared(String description, String name) {
        Set<String> own = new HashSet<>();
        for (String word : NO_WORD.split(name.toLowerCase(Locale.ROOT))) {
            own.add(stem(word));
        }
        Set<String> shared = new LinkedHashSet<>();
        for (String word : NO_WORD.split(description.toLowerCase(Locale.ROOT))) {
            String stem = stem(word);
            boolean isWord = word.length() >= SHORTEST_WORD && !STOP_WORDS.contains(word) && !own.contains(stem);
            if (isWord && !Character.isDigit(word.charAt(0)) && hasWord(stem)) {
                shared.add(word);
            }
        }
        return List.copyOf(shared);
    }

    /** Those of an entity's relations that another entity which the article names for certain is, or has too. */
    List<String> related(String id, Collection<String> relations) {
        return relations.stream()
                .filter(relation ->
                        related.getOrDefault(relation, Set.of()).stream().anyMatch(by -> !by.equals(id)))
                .toList();
    }
}
