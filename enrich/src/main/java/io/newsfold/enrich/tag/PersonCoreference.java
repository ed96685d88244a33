package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people whom an article names in full, and which of them a surname, a given name or a nickname means. First all
 * full names are added; then short names can be resolved. Not thread-safe.
 */
final class PersonCoreference {
    private static final Map<String, String> GIVEN_NAME_BY_NICKNAME = pairs("""
            bill william, will william, billy william, joe joseph, mike michael, bob robert, rob robert,
            bobby robert, jim james, jimmy james, tom thomas, dave david, steve steven, chris christopher,
            tony anthony, liz elizabeth, beth elizabeth, ted edward, ed edward, dick richard, rick richard,
            dan daniel, danny daniel, ken kenneth, ben benjamin, alex alexander, nick nicholas, andy andrew,
            matt matthew, greg gregory, sam samuel, ron ronald, don donald, jeff jeffrey, pat patrick,
            ray raymond, larry lawrence, jerry gerald, fred frederick, charlie charles, chuck charles,
            jack john, kate katherine, kathy katherine, sue susan, debbie deborah, pete peter, phil philip,
            tim timothy, jon jonathan, josh joshua, zack zachary, vlad vladimir, abe abraham, al albert,
            gene eugene, hank henry, harry henry, peggy margaret, maggie margaret, jen jennifer""");

    private static final Pattern GENERATION = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV");

    /** Lee Jae-myung, Ko Wen-je. */
    private static final Pattern HYPHENATED_GIVEN_NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+-\\p{Ll}+$");

    /** Chinese, Korean and Vietnamese surnames that are nobody's given name in Europe. */
    private static final Set<String> SURNAMES_BEFORE_GIVEN_NAMES =
            Set.of(("Bai Cai Cao Chen Cheng Choi Deng Dong Feng Gao"
                            + " Guo Huang Jiang Kim Lai Liang Liu Luo Nguyen Pan Peng Pham Qin Shen Su Tang Tran Tsai Wang Wei Wen Wu Xi Xiao"
                            + " Xie Xu Xue Yang Yoon Yuan Zeng Zhang Zhao Zheng Zhou Zhu")
                    .split(" "));

    private final NameKeyCache keys;
    private final Map<String, List<NamedPerson>> byLastWord = new HashMap<>();
    private final Map<String, Set<NamedPerson>> byGivenName = new HashMap<>();
    private final Map<String, NamedPerson> byFullName = new HashMap<>();

    /** In small letters, what several words of a longer full name are at its end: Suu Kyi, López Obrador, van Gaal. */
    private final Set<String> ends = new HashSet<>();

    /** For each surname its people by the start of each mention in full. */
    private final Map<String, TreeMap<Integer, NamedPerson>> bySurname = new HashMap<>();

    PersonCoreference(NameKeyCache keys) {
        this.keys = keys;
    }

    /** A person whom the article names in full. Two with the same name are two. */
    static final class NamedPerson {
        private String name;

        private NamedPerson(String name) {
            this.name = name;
        }

        /** The longest of the full names that the article has used so far. */
        String name() {
            return name;
        }
    }

    private static Map<String, String> pairs(String list) {
        return Arrays.stream(list.strip().split(",\\s*"))
                .map(pair -> pair.split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Adds a full name; the person may have had another one before: Bill Clinton, William J. Clinton. */
    NamedPerson add(EntityMention fullName) {
        String name = fullName.name();
        List<NamedPerson> namesakes = byLastWord.computeIfAbsent(key(lastWord(name)), k -> new ArrayList<>());
        NamedPerson person =
                namesakes.stream().filter(p -> isSame(p.name, name)).findFirst().orElse(byFullName.get(key(name)));
        if (person == null) {
            person = new NamedPerson(name);
            namesakes.add(person);
        } else if (name.length() > person.name.length()) {
            person.name = name;
        }
        byFullName.put(key(name), person);
        byGivenName.computeIfAbsent(key(firstWord(name)), k -> new HashSet<>()).add(person);
        Set<String> shortNames = surnames(name);
        shortNames.addAll(ends(name));
        for (String shortName : shortNames) {
            bySurname.computeIfAbsent(key(shortName), k -> new TreeMap<>()).put(fullName.start(), person);
        }
        return person;
    }

    /**
     * The person whom a name of one word, or one with particles, means: the one of this surname, and of several the one
     * named last before it; else the only one of this given name. Null where there is none.
     */
    @Nullable
    NamedPerson resolve(EntityMention shortName) {
        String key = key(shortName.name());
        TreeMap<Integer, NamedPerson> namesakes = bySurname.get(key);
        if (namesakes != null) {
            Map.Entry<Integer, NamedPerson> before = namesakes.floorEntry(shortName.start());
            return before == null ? namesakes.firstEntry().getValue() : before.getValue();
        }
        Set<NamedPerson> sameGivenName = byGivenName.getOrDefault(key, Set.of());
        return sameGivenName.size() == 1 ? sameGivenName.iterator().next() : null;
    }

    /** Whether two full names with the same last word are one person's. */
    private boolean isSame(String one, String other) {
        return key(one).equals(key(other)) || isSameGivenName(firstWord(one), firstWord(other));
    }

    private boolean isSameGivenName(String one, String other) {
        String key = key(one);
        String otherKey = key(other);
        boolean hasInitial = isInitial(one) || isInitial(other);
        return key.equals(otherKey)
                || hasInitial && !key.isEmpty() && otherKey.startsWith(key.substring(0, 1)) // signs have no key
                || withoutNickname(one).equals(withoutNickname(other));
    }

    private static boolean isInitial(String name) {
        return name.length() == 1 || name.length() == 2 && name.charAt(1) == '.';
    }

    private static String withoutNickname(String givenName) {
        String lowerCase = givenName.toLowerCase(Locale.ROOT);
        return GIVEN_NAME_BY_NICKNAME.getOrDefault(lowerCase, lowerCase);
    }

    private String key(String name) {
        return keys.of(EntityType.PERSON, name);
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** The last word that is not Jr. or III. */
    private static String lastWord(String name) {
        String[] words = name.split(" ");
        int last = words.length - 1;
        return last > 0 && GENERATION.matcher(words[last]).matches() ? words[last - 1] : words[last];
    }

    /** What may be the surname in a full name: the last word, also with particles, or in East Asia the first. */
    static Set<String> surnames(String name) {
        Set<String> surnames = new LinkedHashSet<>(List.of(surname(name), lastWord(name)));
        String first = firstWord(name);
        if (HYPHENATED_GIVEN_NAME.matcher(name).find() || SURNAMES_BEFORE_GIVEN_NAMES.contains(first)) {
            surnames.add(first);
        }
        return surnames;
    }

    /** The last word with the particles before it: von der Leyen. */
    private static String surname(String name) {
        String[] words = name.split(" ");
        int first = words.length - 1;
        while (first > 1 && Character.isLowerCase(words[first - 1].charAt(0))) {
            first--;
        }
        return String.join(" ", Arrays.asList(words).subList(first, words.length));
    }

    /** Takes note of a name, before any is added: what is the end of it is no full name. */
    void see(EntityMention mention) {
        ends(mention.name()).forEach(end -> ends.add(end.toLowerCase(Locale.ROOT)));
    }

    /** The ends of a name that have at least two words, but not all. */
    private static List<String> ends(String name) {
        List<String> ends = new ArrayList<>();
        int space = name.indexOf(' ');
        while (space > 0 && name.indexOf(' ', space + 1) > 0) {
            ends.add(name.substring(space + 1));
            space = name.indexOf(' ', space + 1);
        }
        return ends;
    }

    /**
     * Whether a person's name has a given name: several words, not only particles before the last, and not the end of
     * a longer one in the article.
     */
    boolean isFull(String name) {
        return name.indexOf(' ') > 0
                && !Character.isLowerCase(name.codePointAt(0))
                && !ends.contains(name.toLowerCase(Locale.ROOT));
    }
}
