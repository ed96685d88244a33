package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds names in a text of a language for which no model was trained: names of the alias table, and runs of two to four
 * capitalized words inside a sentence, which it takes for people.
 */
final class CapitalizedNameFinder {
    private static final int LONGEST_RUN = 5;

    /** Where a name has several types, the first of these wins. */
    private static final List<EntityType> TYPES = List.of(EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION);

    private final AliasTable aliases;

    CapitalizedNameFinder(AliasTable aliases) {
        this.aliases = aliases;
    }

    /** The mentions of names, from left to right. */
    List<EntityMention> find(String text, List<List<Token>> sentences) {
        List<EntityMention> mentions = new ArrayList<>();
        NameKeyCache keys = new NameKeyCache();
        for (List<Token> sentence : sentences) {
            addNames(text, sentence, keys, mentions);
        }
        return mentions;
    }

    private void addNames(String text, List<Token> sentence, NameKeyCache keys, List<EntityMention> mentions) {
        Set<String> uncapitalized = sentence.stream()
                .filter(token -> !token.isCapitalized())
                .map(Token::text)
                .collect(Collectors.toSet());
        for (int i = 0; i < sentence.size(); ) {
            List<Token> run = sentence.subList(i, runEnd(sentence, i));
            int known = addKnownName(run, text, keys, mentions);
            boolean isPerson = known == 0
                    && run.size() >= 2
                    && run.size() < LONGEST_RUN
                    && i > 0
                    && !uncapitalized.contains(run.get(0).text().toLowerCase(Locale.ROOT));
            if (isPerson) {
                mentions.add(EntityMention.of(EntityType.PERSON, run, text));
            }
            i += Math.max(1, known > 0 ? known : run.size());
        }
    }

    private static int runEnd(List<Token> sentence, int begin) {
        int end = begin;
        while (end < sentence.size()
                && end - begin < LONGEST_RUN
                && sentence.get(end).isCapitalized()) {
            end++;
        }
        return end;
    }

    /** Adds the longest name of the alias table with which the run begins; returns its length in tokens, or 0. */
    private int addKnownName(List<Token> run, String text, NameKeyCache keys, List<EntityMention> mentions) {
        for (int length = run.size(); length > 0; length--) {
            for (EntityType type : TYPES) {
                EntityMention mention = EntityMention.of(type, run.subList(0, length), text);
                Set<KnownEntity> entities = aliases.withName(type, mention.name(), keys);
                if (!entities.isEmpty()) {
                    mentions.add(mention.as(entities.iterator().next().type()));
                    return length;
                }
            }
        }
        return 0;
    }
}
