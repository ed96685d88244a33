package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The titles of people in a language, a line of {@code titles.tsv}. Immutable.
 *
 * @param words with a capital where the language has them
 */
record PersonTitles(Set<String> words) {
    private static final Map<String, PersonTitles> BY_LANGUAGE = read();
    private static final PersonTitles NONE = new PersonTitles(Set.of());

    /** Given name and surname. */
    private static final int WORDS_OF_NAME = 2;

    /** With it a word goes on that tells of the title, as in "the engineer for buildings". */
    private static final String ARABIC_ARTICLE = "ال";

    PersonTitles {
        words = Set.copyOf(words);
    }

    private static Map<String, PersonTitles> read() {
        Map<String, PersonTitles> titles = new HashMap<>();
        TableLines.forEach("titles.tsv", line -> {
            String[] columns = line.split("\t");
            titles.put(columns[0], new PersonTitles(Set.of(columns[1].split(" "))));
        });
        return titles;
    }

    /** @param language BCP 47, without a region */
    static PersonTitles of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** A name without the titles before it; at least its last word. */
    List<Token> without(List<Token> name) {
        int first = 0;
        while (first < name.size() - 1 && words.contains(name.get(first).text())) {
            first++;
        }
        return name.subList(first, name.size());
    }

    /**
     * The names of people that nothing but a title tells, where a language has no capitals: the two words behind it, if
     * neither is in a name already.
     */
    List<EntityMention> namesBehind(List<Token> sentence, List<EntityMention> found, String text) {
        List<EntityMention> names = new ArrayList<>();
        for (int i = 0; i + WORDS_OF_NAME < sentence.size(); i++) {
            if (words.contains(sentence.get(i).text())) {
                List<Token> name = sentence.subList(i + 1, i + 1 + WORDS_OF_NAME);
                EntityMention mention = EntityMention.of(EntityType.PERSON, name, text);
                boolean areWords = name.stream().allMatch(Token::isWord);
                boolean goesOn = name.get(0).text().startsWith(ARABIC_ARTICLE);
                if (areWords && !goesOn && found.stream().noneMatch(mention::overlaps)) {
                    names.add(mention);
                }
            }
        }
        return names;
    }
}
