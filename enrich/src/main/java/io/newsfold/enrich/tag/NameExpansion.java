package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The long names of an article that its acronyms stand for, and those of organisations that it also calls by their
 * first word.
 */
final class NameExpansion {
    private static final Pattern FUNCTION_WORD = Pattern.compile("(?i)of|the|and|for|on|in|de|la|&");

    private final Map<String, String> longNames = new HashMap<>();

    private NameExpansion() {}

    /** The expansions of short names for which only one long name of the article fits. */
    static NameExpansion of(List<EntityMention> mentions) {
        Map<String, Set<String>> candidates = candidates(mentions);
        NameExpansion expansion = new NameExpansion();
        for (EntityMention mention : mentions) {
            String name = mention.name();
            Set<String> longer = candidates.getOrDefault(name.replace(".", ""), Set.of());
            if (longer.size() == 1 && canBeShort(mention)) {
                expansion.longNames.put(name, longer.iterator().next());
            }
        }
        return expansion;
    }

    /** The long name that a name stands for, or the name itself. */
    String expand(String name) {
        return longNames.getOrDefault(name, name);
    }

    private static boolean canBeShort(EntityMention mention) {
        String name = mention.name();
        boolean isAcronym = name.equals(name.toUpperCase(Locale.ROOT));
        boolean fits = mention.type() == EntityType.ORGANISATION || isAcronym && mention.type() == EntityType.PLACE;
        return fits && name.length() > 1;
    }

    /** The names of several words by their initials, and those of organisations by their first word too. */
    private static Map<String, Set<String>> candidates(List<EntityMention> mentions) {
        Map<String, Set<String>> candidates = new TreeMap<>();
        for (EntityMention mention : mentions) {
            List<String> words = List.of(mention.name().split(" "));
            boolean isExpandable =
                    mention.type() != EntityType.PERSON && mention.type().isNamed();
            if (words.size() > 1 && isExpandable) {
                add(candidates, initials(words), mention.name());
                if (mention.type() == EntityType.ORGANISATION) {
                    add(candidates, words.get(0), mention.name());
                }
            }
        }
        return candidates;
    }

    private static void add(Map<String, Set<String>> candidates, String shortName, String name) {
        candidates.computeIfAbsent(shortName, s -> new TreeSet<>()).add(name);
    }

    private static String initials(List<String> words) {
        return words.stream()
                .filter(word -> !FUNCTION_WORD.matcher(word).matches())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
