package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds names in a text of a language that no model was trained for: what the alias table has, and runs of two to four words with a capital inside a
 * sentence, which are taken for people.
 */
final class CapitalizedNameFinder {
    private static final int LONGEST = 5;

    private final AliasTable aliases;

    CapitalizedNameFinder(AliasTable aliases) {
        this.aliases = aliases;
    }

    List<NameOccurrence> find(String text, List<List<Token>> sentences, boolean nounsHaveCapitals) {
        List<NameOccurrence> namings = new ArrayList<>();
        NameKey spelling = new NameKey();
        for (List<Token> sentence : sentences) {
            Set<String> small = new HashSet<>();
            sentence.stream().filter(t -> !t.isCapitalised()).forEach(t -> small.add(t.text()));
            for (int i = 0; i < sentence.size(); ) {
                int end = i;
                while (end < sentence.size()
                        && end - i < LONGEST
                        && sentence.get(end).isCapitalised()) {
                    end++;
                }
                int known = known(sentence.subList(i, end), i, text, spelling, namings);
                boolean person = known == i
                        && end - i >= 2
                        && end - i < LONGEST
                        && i > 0
                        && !nounsHaveCapitals
                        && !small.contains(sentence.get(i).text().toLowerCase(Locale.ROOT));
                if (person) {
                    namings.add(NameFinder.naming(EntityType.PERSON, sentence.subList(i, end), text));
                }
                i = Math.max(i + 1, known > i ? known : end);
            }
        }
        return namings;
    }

    /** Adds the longest name of the alias table that the words begin with; returns where it ends, or where they begin if there is none. */
    private int known(List<Token> words, int begin, String text, NameKey spelling, List<NameOccurrence> namings) {
        for (int length = words.size(); length > 0; length--) {
            for (EntityType type : List.of(EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION)) {
                NameOccurrence naming = NameFinder.naming(type, words.subList(0, length), text);
                Set<KnownEntity> things = aliases.named(type, naming.name(), spelling);
                if (!things.isEmpty()) {
                    namings.add(naming.as(things.iterator().next().type()));
                    return begin + length;
                }
            }
        }
        return begin;
    }
}
