package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.text.WritingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds to the names found in a text those that the alias table has for any place, in place of names inside them. */
final class AliasMentions {
    private final AliasTable aliases;
    private final WordLists words;

    AliasMentions(AliasTable aliases, WordLists words) {
        this.aliases = aliases;
        this.words = words;
    }

    /** The names with those of the table, from left to right. */
    List<EntityMention> addTo(List<EntityMention> names, List<List<Token>> sentences, String body) {
        NavigableMap<Integer, EntityMention> byStart = new TreeMap<>(); // no two overlap
        names.forEach(name -> byStart.put(name.start(), name));
        for (List<Token> sentence : sentences) {
            for (int i = 0; i < sentence.size(); ) {
                i += Math.max(1, addNameAt(i, sentence, body, byStart));
            }
        }
        return new ArrayList<>(byStart.values());
    }

    /** Adds the longest name of the table that begins at a token; returns its length in tokens, or 0. */
    private int addNameAt(int begin, List<Token> sentence, String body, NavigableMap<Integer, EntityMention> names) {
        int longest = aliases.longestFrom(sentence.get(begin).text());
        for (int end = Math.min(sentence.size(), begin + longest); end > begin; end--) {
            EntityMention mention = EntityMention.of(EntityType.PERSON, sentence.subList(begin, end), body);
            EntityType type = aliases.typeAnywhere(mention.name(), begin == 0);
            boolean isPartOfLonger = end < sentence.size() && continuesName(sentence.get(end));
            boolean isCertain = isInGazetteer(mention) || isForeign(mention, end - begin);
            if (type != null && (isCertain || !isPartOfLonger && !isExceededByAny(mention, names))) {
                removeOverlapping(mention, names);
                names.put(mention.start(), mention.as(type));
                return end - begin;
            }
        }
        return 0;
    }

    private static void removeOverlapping(EntityMention mention, NavigableMap<Integer, EntityMention> names) {
        EntityMention overlapping = lastOverlapping(mention, names);
        while (overlapping != null) {
            names.remove(overlapping.start());
            overlapping = lastOverlapping(mention, names);
        }
    }

    private static @Nullable EntityMention lastOverlapping(
            EntityMention mention, NavigableMap<Integer, EntityMention> names) {
        Map.Entry<Integer, EntityMention> last = names.lowerEntry(mention.end());
        return last != null && last.getValue().end() > mention.start() ? last.getValue() : null;
    }

    /** Whether a name overlaps the mention and goes beyond it; of several, only the first and the last can. */
    private static boolean isExceededByAny(EntityMention mention, NavigableMap<Integer, EntityMention> names) {
        Map.Entry<Integer, EntityMention> first = names.floorEntry(mention.start());
        Map.Entry<Integer, EntityMention> last = names.lowerEntry(mention.end());
        return first != null && mention.isExceededBy(first.getValue())
                || last != null && mention.isExceededBy(last.getValue());
    }

    /** Whether the name before this token is part of a longer one: the Paris Agreement, the United States elections. */
    private boolean continuesName(Token next) {
        return next.isCapitalized() || next.text().equals("-") || words.has(WordLists.ELECTIONS, next.text());
    }

    /** Whether it is a name of several tokens in another script, of whose words no other name is made by chance. */
    private static boolean isForeign(EntityMention mention, int tokens) {
        return tokens > 1 && !WritingSystem.isLatin(mention.name());
    }

    private boolean isInGazetteer(EntityMention mention) {
        return aliases.inGazetteer(mention.name()) != null;
    }
}
